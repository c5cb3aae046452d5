/** The words of plays that stand on every screen: the section's name, and the line in the conversation. */
import { wordsOf } from "@/kit/words";

export const words = wordsOf({
  en: {
    title: "Proactive messages",
    find: "proactive plays messages first outreach opt out",
    lineAnswered: (title: string) => `Answers our message “${title}”`,
  },
  zh: {
    title: "主动消息",
    find: "主动 消息 提醒 退订",
    lineAnswered: (title: string) => `回复我们的消息“${title}”`,
  },
});
