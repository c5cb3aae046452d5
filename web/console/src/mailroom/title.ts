/** What the rail calls the mailroom. The other words come with what is opened. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({ en: { screen: "Mailroom", dropped: "Mail put aside" }, zh: { screen: "收发室", dropped: "隔离邮件" } });
