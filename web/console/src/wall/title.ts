/** What the rail calls the wall. The other words come with the screen. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({
  en: { title: "Live wall" },
  zh: { title: "实时大屏" },
});
