/** What the rail calls the editors' desk. The other words come with the screen. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({
  en: { title: "Editing" },
  zh: { title: "编辑台" },
});
