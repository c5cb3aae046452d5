/** The words of search. */
import { wordsOf } from "@/kit/words";

export const words = wordsOf({
  en: {
    messages: "Messages",
    customers: "Customers",
    articles: "Help centre",
    more: "More",
    reading: "Reading more",
    note: "note",
    failed: "Not everything could be searched. Press Enter to try again.",
    wrong: (filters: string) => `Not understood and left out: ${filters}`,
    help: "Narrow it down",
    filters: [
      ["from:customer", "also staff, me, bot, or a customer's UID or e-mail"],
      ["status:open", "pending, resolved, closed"],
      ["reason:dep", "a reason and all below it"],
      ["before:2026-11-01", "and after:"],
    ] as [string, string][],
    ofCustomer: (name: string) => `Tickets of ${name}`,
    newTab: "opens in a new tab",
    unknown: "not signed in at the exchange",
    said: (who: string, at: string) => `${who}, ${at}`,
  },
  zh: {
    messages: "消息",
    customers: "客户",
    articles: "帮助中心",
    more: "更多",
    reading: "正在读取",
    note: "内部备注",
    failed: "没能全部搜到，按回车再试一次。",
    wrong: (filters: string) => `没看懂，已忽略：${filters}`,
    help: "缩小范围",
    filters: [
      ["来自：客户", "也可以是客服、我、机器人，或客户的 UID、邮箱"],
      ["状态：open", "pending、resolved、closed，或已解决、已关闭"],
      ["原因：dep", "这个原因和它下面的全部"],
      ["早于：2026-11-01", "还有晚于："],
    ] as [string, string][],
    ofCustomer: (name: string) => `${name} 的工单`,
    newTab: "在新标签页打开",
    unknown: "没有在交易所登录过",
    said: (who: string, at: string) => `${who}，${at}`,
  },
});
