/** The words of what went out over messengers. */
import { wordsOf } from "@/kit/words";

type Table = Record<string, string>;

export const words = wordsOf({
  en: {
    states: { queued: "waits to go", sent: "sent", delivered: "delivered", read: "read", failed: "did not reach the customer" } as Table,
    over: (channel: string, state: string) => `${channel}: ${state}`, tries: (n: number) => `${n} tries`,
    title: "Messengers", bound: "Proven by a link", unbound: "Not proven who this is", gone: "Has blocked us: nothing arrives there.", stopped: "Asked us not to write there.", off: "This connection does not send now.", said: "last wrote",
  },
  zh: {
    states: { queued: "等待发送", sent: "已发送", delivered: "已送达", read: "已读", failed: "没有送达客户" } as Table,
    over: (channel: string, state: string) => `${channel}：${state}`, tries: (n: number) => `试了 ${n} 次`,
    title: "即时通讯", bound: "已通过链接证实", unbound: "身份未证实", gone: "对方已屏蔽我们，消息无法送达。", stopped: "对方要求不再发送消息。", off: "该连接目前不发送。", said: "最近来信",
  },
});
