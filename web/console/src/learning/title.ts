/** What the rail calls learning. The other words come with the screen. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({ en: { screen: "Learning" }, zh: { screen: "学习" } });
