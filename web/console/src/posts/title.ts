/** What the rail calls announcements that go out. The other words come with the screen. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({ en: { screen: "Posts" }, zh: { screen: "对外公告" } });
