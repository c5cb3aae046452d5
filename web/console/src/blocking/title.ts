/** What settings and lines call blocks. The other words come with the section. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({
  en: { setting: "Blocked customers", blocked: (by: string, why: string) => `${by} blocked the customer: ${why}`, unblocked: (by: string, why: string) => `${by} ended the block: ${why}` },
  zh: { setting: "屏蔽的客户", blocked: (by: string, why: string) => `${by} 屏蔽了客户：${why}`, unblocked: (by: string, why: string) => `${by} 解除了屏蔽：${why}` },
});
