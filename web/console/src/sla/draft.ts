/** The sentence a moved promise begins with, in the customer's language. own: the time is on the customer's clock. */
import type { Language } from "@/api/types";

export const draftFor: Record<Language, (time: string, own: boolean) => string> = {
  en: (time, own) => `There is no result yet and we are still on it. We write to you again by ${time}${own ? " your time" : ""}, with news or without.`,
  zh: (time, own) => `还没有结果，我们仍在处理。${own ? "您当地时间 " : ""}${time} 前再告诉您一次，有没有结果都会说。`,
};
