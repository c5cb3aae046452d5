/** What the rail calls the groups. The other words come with the screen. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({ en: { title: "Groups" }, zh: { title: "群组" } });
