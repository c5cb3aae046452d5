/** What customers do with their tickets by themselves, in words. */
import { wordsOf } from "@/kit/words";

export const words = wordsOf({
  en: {
    customer: "The customer",
    withdrawn: "The customer took the ticket back in My tickets; they can take it up again for a day",
    undone: "The customer took the ticket up again; it stands as before",
  },
  zh: {
    customer: "客户",
    withdrawn: "客户在“我的工单”里撤回了这张工单，一天之内可以恢复",
    undone: "客户恢复了这张工单，一切照旧",
  },
});
