/** The words of the frame around every screen. */
import { wordsOf } from "@/kit/words";

export const words = wordsOf({ en: { more: "More" }, zh: { more: "更多" } });
