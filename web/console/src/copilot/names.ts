/** The few words of the copilot that stand on the desk from the beginning; the others come with its screens. */
import { wordsOf } from "@/kit/words";

export const names = wordsOf({
  en: { why: "Why did it say this", assistant: "Assistant", find: "bot, automatic answers, try a question" },
  zh: { why: "它为什么这样说", assistant: "智能助手", find: "机器人 自动回答 试问" },
});
