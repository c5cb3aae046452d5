/** The words of the contact log. */
import { wordsOf } from "@/kit/words";

export const words = wordsOf({
  en: {
    title: "Who told them what",
    count: (n: number) => (n === 1 ? "1 reply" : `${n} replies`),
    promises: { open: (at: string) => `promised by ${at}`, kept: (at: string) => `promised by ${at}, kept`, broken: (at: string) => `promised by ${at}, broken` },
    here: "this ticket",
    gone: "works here no more",
    more: (n: number) => `${n} earlier`,
  },
  zh: {
    title: "谁答复过这位客户",
    count: (n: number) => `回复 ${n} 次`,
    promises: { open: (at: string) => `承诺 ${at} 前答复`, kept: (at: string) => `承诺 ${at}，已兑现`, broken: (at: string) => `承诺 ${at}，没有兑现` },
    here: "本工单",
    gone: "已不在岗",
    more: (n: number) => `更早的 ${n} 条`,
  },
});
