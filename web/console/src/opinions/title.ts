/** What the rail calls opinions. The other words come with the screen. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({ en: { screen: "Opinions" }, zh: { screen: "公开评价" } });
