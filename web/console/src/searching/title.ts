/** What the rail calls the tuning of search. The other words come with the screen. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({
  en: { title: "Search words" },
  zh: { title: "搜索用词" },
});
