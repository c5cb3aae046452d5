/** The words of looking again. */
import { wordsOf } from "@/kit/words";
import type { Outcome } from "./api";

export const words = wordsOf({
  en: {
    offer: "Solved. Look again whether it held?",
    days: (n: number) => (n === 1 ? "Tomorrow" : `In ${n} days`),
    set: (day: string) => `Somebody looks again on ${day}`,
    due: "Did the fix hold?",
    dueWith: (name: string) => `${name} is to see whether the fix held`,
    drop: "No need",
    outcomes: { held: "It held", came_back: "It came back", unknown: "Can't tell" } as Record<Outcome, string>,
    saved: (day: string) => `Looked at again on ${day}`,
    chip: "Look again",
    command: "Look again in 3 days whether the fix held",
    lines: {
      set: (who: string, day: string) => `${who} set a day to look again: ${day}`,
      dropped: (who: string) => `${who} took the day to look again away`,
      due: (whom: string) => `${whom} is to see whether the fix held`,
      done: (who: string, what: string) => `${who} looked again. ${what}`,
    },
  },
  zh: {
    offer: "已解决。过几天再看一下有没有复发？",
    days: (n: number) => (n === 1 ? "明天" : `${n} 天后`),
    set: (day: string) => `${day} 会再看一次`,
    due: "问题真的解决了吗？",
    dueWith: (name: string) => `由 ${name} 回看问题是否解决`,
    drop: "不用了",
    outcomes: { held: "没有复发", came_back: "又出现了", unknown: "无法判断" } as Record<Outcome, string>,
    saved: (day: string) => `${day} 再看一次`,
    chip: "到期回看",
    command: "3 天后回看问题是否解决",
    lines: {
      set: (who: string, day: string) => `${who} 定于 ${day} 回看`,
      dropped: (who: string) => `${who} 取消了回看`,
      due: (whom: string) => `由 ${whom} 回看问题是否解决`,
      done: (who: string, what: string) => `${who} 回看：${what}`,
    },
  },
});
