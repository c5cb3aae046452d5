/** The words of blocks. */
import { wordsOf } from "@/kit/words";

export const words = wordsOf({
  en: {
    title: "Block", none: "Not blocked", block: "Block this customer", unblock: "Listen again", cancel: "Cancel", blocked: "The customer is blocked.", unblocked: "Support listens again.", undone: "Undone at once", reason: "Reason", until: "Until", forGood: "No end",
    spans: { "1": "1 day", "7": "7 days", "30": "30 days", "": "no end" } as Record<string, string>,
    now: (by: string) => `Blocked by ${by}`, before: (n: number) => (n === 1 ? "Blocked once before" : `Blocked ${n} times before`),
    unheard: (n: number) => (n === 1 ? "1 message kept meanwhile" : `${n} messages kept meanwhile`),
    line: "What they write is kept and not answered. An emergency and a complaint are always taken.",
    customer: "Customer", ticket: "Ticket", by: "By", ended: "Ended", nobody: "Nobody is blocked.", loading: "Reading", over: "over",
  },
  zh: {
    title: "屏蔽", none: "没有屏蔽", block: "屏蔽这位客户", unblock: "解除屏蔽", cancel: "取消", blocked: "已屏蔽这位客户。", unblocked: "已解除屏蔽。", undone: "随即撤销", reason: "理由", until: "到", forGood: "不限",
    spans: { "1": "1 天", "7": "7 天", "30": "30 天", "": "不限" } as Record<string, string>,
    now: (by: string) => `由 ${by} 屏蔽`, before: (n: number) => `以前屏蔽过 ${n} 次`,
    unheard: (n: number) => `期间留存 ${n} 条消息`,
    line: "客户写的内容会留存，不答复。紧急情况和投诉始终受理。",
    customer: "客户", ticket: "工单", by: "操作人", ended: "结束", nobody: "没有屏蔽任何人。", loading: "正在读取", over: "已结束",
  },
});
