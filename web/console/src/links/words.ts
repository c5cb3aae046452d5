/** The words of links. */
import { wordsOf } from "@/kit/words";

export const words = wordsOf({
  en: {
    links: "Linked tickets",
    sides: { related: "Related to", caused_by: "Caused by", causes: "Causes", follow_up: "Follow-up of", followed_by: "Followed by" },
    add: "Link a ticket",
    how: "How it relates",
    find: "Number, or words to find it",
    offered: "Of the same customer",
    found: "Found",
    nothing: "No other ticket fits",
    none: "Nothing is linked.",
    drop: (number: string) => `Take the link to ${number} away`,
    done: (number: string) => `Linked to ${number}`,
    gone: (number: string) => `The link to ${number} is gone`,
    failed: (why: string) => `Not linked: ${why}`,
    notGone: (why: string) => `The link is still there: ${why}`,
    lines: {
      linked: (who: string, side: string, number: string) => `${who} linked it: ${side.toLowerCase()} ${number}`,
      unlinked: (who: string, number: string) => `${who} took away the link to ${number}`,
    },
  },
  zh: {
    links: "关联工单",
    sides: { related: "相关", caused_by: "起因于", causes: "引发了", follow_up: "接续", followed_by: "后续" },
    add: "关联工单",
    how: "关联方式",
    find: "工单号，或用文字查找",
    offered: "同一客户的其他工单",
    found: "查找结果",
    nothing: "没有找到其他工单",
    none: "还没有关联。",
    drop: (number: string) => `移除与 ${number} 的关联`,
    done: (number: string) => `已关联 ${number}`,
    gone: (number: string) => `已移除与 ${number} 的关联`,
    failed: (why: string) => `没有关联：${why}`,
    notGone: (why: string) => `关联没有移除：${why}`,
    lines: {
      linked: (who: string, side: string, number: string) => `${who} 关联了工单：${side} ${number}`,
      unlinked: (who: string, number: string) => `${who} 移除了与 ${number} 的关联`,
    },
  },
});
