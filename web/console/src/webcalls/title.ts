/** What the palette calls it. The other words come with the call. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({ en: { offer: "Offer a call" }, zh: { offer: "邀请通话" } });
