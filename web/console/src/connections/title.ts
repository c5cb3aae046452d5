/** What the rail calls the channels. The other words come with the screen. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({ en: { title: "Channels" }, zh: { title: "渠道" } });
