/** What the rail calls the assistant's figures. The other words come with the screen. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({ en: { screen: "Relief by the assistant" }, zh: { screen: "助手成效" } });
