/** What the rail calls claims. The other words come with the screen. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({ en: { screen: "Claims" }, zh: { screen: "索赔" } });
