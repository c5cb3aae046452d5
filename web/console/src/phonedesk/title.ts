/** What rail and ticket call the phone desk. The other words come with the screen. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({ en: { title: "Phone desk" }, zh: { title: "电话台" } });
