/** The words of what went out over messengers. */
import { wordsOf } from "@/kit/words";

type Table = Record<string, string>;

export const words = wordsOf({
  en: {
    states: { queued: "waits to go", sent: "sent", delivered: "delivered", read: "read", failed: "did not reach the customer" } as Table,
    over: (channel: string, state: string) => `${channel}: ${state}`, tries: (n: number) => `${n} tries`,
    title: "Messengers", bound: "Proven by a link", unbound: "Not proven who this is", gone: "Has blocked us: nothing arrives there.", stopped: "Asked us not to write there.", off: "This connection does not send now.", said: "last wrote",
    freely: (at: string) => `We may write freely until ${at} UTC`, overLine: "The platform's time for answers is over",
    hindrances: {
      gone: "The customer has blocked us there. An answer is mailed, if there is an address.", stopped: "The customer asked us not to write there. An answer is mailed, if there is an address.",
      off: "This connection does not send now. An answer waits until it is switched on.", over: "The platform's time for answers is over. A template, where one is set, asks the customer to write; the answer follows then.",
    } as Table,
  },
  zh: {
    states: { queued: "等待发送", sent: "已发送", delivered: "已送达", read: "已读", failed: "没有送达客户" } as Table,
    over: (channel: string, state: string) => `${channel}：${state}`, tries: (n: number) => `试了 ${n} 次`,
    title: "即时通讯", bound: "已通过链接证实", unbound: "身份未证实", gone: "对方已屏蔽我们，消息无法送达。", stopped: "对方要求不再发送消息。", off: "该连接目前不发送。", said: "最近来信",
    freely: (at: string) => `${at} UTC 前可自由发送`, overLine: "平台允许的回复时限已过",
    hindrances: {
      gone: "客户已在那里屏蔽我们。若有邮箱，答复会改发邮件。", stopped: "客户要求不在那里收到消息。若有邮箱，答复会改发邮件。",
      off: "该连接目前不发送，答复会等到重新开启。", over: "平台允许的回复时限已过。若设置了模板，会先请客户来信，随后再发送答复。",
    } as Table,
  },
});
