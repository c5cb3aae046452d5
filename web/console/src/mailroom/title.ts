/** What the rail calls the mailroom, and the lines that stand in conversations. The other words come with what is opened. */
import { wordsOf } from "@/kit/words";

type Lines = Record<string, (to: string, said: string) => string>;
const more = (said: string, colon: string) => (said ? `${colon}${said}` : "");

export const title = wordsOf({
  en: {
    screen: "Mailroom", dropped: "Mail put aside",
    away: (until: string) => (until ? `The customer's mailbox answered by itself, with the words above: away until ${until}` : "The customer's mailbox answered by itself, with the words above"),
    returned: {
      bounced: (to, said) => `The mail to ${to} came back${more(said, ": ")}`, failed: (to, said) => `The mail to ${to} could not be sent${more(said, ": ")}`,
      complained: (to) => `${to} reported our mail as spam; nothing more is mailed there`, suppressed: (to) => `Nothing was mailed to ${to}: mail there came back before or was reported as spam`,
    } as Lines,
  },
  zh: {
    screen: "收发室", dropped: "隔离邮件",
    away: (until: string) => (until ? `客户的邮箱自动回复了上面的话：${until} 前不在` : "客户的邮箱自动回复了上面的话"),
    returned: {
      bounced: (to, said) => `给 ${to} 的邮件被退回${more(said, "：")}`, failed: (to, said) => `给 ${to} 的邮件发不出去${more(said, "：")}`,
      complained: (to) => `${to} 把我们的邮件标成了垃圾邮件，之后不再给这个邮箱发信`, suppressed: (to) => `没有给 ${to} 发邮件：之前的邮件被退回或被标为垃圾邮件`,
    } as Lines,
  },
});
