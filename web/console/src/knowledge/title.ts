/** What rail and palette call the knowledge base. The other words come with the screen. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({
  en: { title: "Knowledge base", insertArticleOpen: "Insert a link to an article" },
  zh: { title: "知识库", insertArticleOpen: "插入文章链接" },
});
