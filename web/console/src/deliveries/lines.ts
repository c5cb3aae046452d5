/** Lines of the conversation about chats: what did not reach the customer and why, and what became of the chat. */
import { channelName } from "@/kit/channel";
import { language } from "@/words";
import { wordsOf } from "@/kit/words";
import { addLine } from "@/ticket/lines";

type Table = Record<string, string>;
const about = (seq: number) => (seq ? ` #${seq}` : "");

export const words = wordsOf({
  en: {
    failed: (seq: number, channel: string, why: string) => `Message${about(seq)} did not reach ${channel}${why ? `: ${why}` : ""}`,
    hours: (n: number) => `the platform's ${n} hours for answers are over`, days: (n: number) => `the platform's ${n} days for answers are over`,
    whys: {
      blocked: "the customer blocked us", asked: "the customer asked us to stop", given_up: "not sent within three days", spent: "this month's limit is reached",
      gone: "the connection was removed", not_theirs: "the chat belongs to another customer now",
    } as Table,
    edited: (seq: number, channel: string) => (seq ? `The customer edited message #${seq} at ${channel}; the new words stand above` : `The customer edited an earlier message at ${channel}; the new words stand above`),
    removed: (seq: number, channel: string) => `The customer took message #${seq} back at ${channel}. Its words stay here.`,
    left: (channel: string) => `The customer blocked us at ${channel}: nothing reaches them there`,
    back: (channel: string) => `The customer can be reached at ${channel} again`,
    stopped: (channel: string) => `The customer asked us to stop writing at ${channel}`,
    lost: (lines: string) => `These files could not be taken: ${lines}`,
    bound: "This chat was linked with an account. The customer goes on in a ticket of that account.",
    froze: (number: string) => `Somebody who came by the link given in this chat proved an account and asked to freeze it: ${number}. That does not prove that this chat is the owner's.`,
  },
  zh: {
    failed: (seq: number, channel: string, why: string) => `消息${about(seq)} 未能送达 ${channel}${why ? `：${why}` : ""}`,
    hours: (n: number) => `超过平台允许的 ${n} 小时回复时限`, days: (n: number) => `超过平台允许的 ${n} 天回复时限`,
    whys: {
      blocked: "客户已屏蔽我们", asked: "客户要求停止", given_up: "三天内未能送出", spent: "本月费用已达限额", gone: "该渠道连接已移除", not_theirs: "该聊天已属于另一位客户",
    } as Table,
    edited: (seq: number, channel: string) => (seq ? `客户在 ${channel} 修改了消息 #${seq}，修改后的内容见上` : `客户在 ${channel} 修改了较早的消息，修改后的内容见上`),
    removed: (seq: number, channel: string) => `客户在 ${channel} 删除了消息 #${seq}，原文保留在此。`,
    left: (channel: string) => `客户在 ${channel} 屏蔽了我们，那里已无法送达`,
    back: (channel: string) => `客户在 ${channel} 重新允许我们联系`,
    stopped: (channel: string) => `客户要求不再在 ${channel} 收到消息`,
    lost: (lines: string) => `以下文件未能取回：${lines}`,
    bound: "该聊天已与账户关联，客户会在另一张工单继续。",
    froze: (number: string) => `有人从给这个聊天的链接证明并要求冻结了一个账户：${number}。这不证明聊天里的人就是账户本人。`,
  },
});

/** Why something did not go: a name of ours, or the platform's own words. */
export function notSent(why: string): string {
  const hours = /^window:(\d+)$/.exec(why)?.[1];
  if (!hours) return words.value.whys[why] ?? why;
  const n = Number(hours);
  return n > 24 && n % 24 === 0 ? words.value.days(n / 24) : words.value.hours(n);
}

addLine("parcel.moved", ({ body }) => (body.state === "failed" ? words.value.failed(Number(body.message_seq ?? 0), channelName(String(body.channel)), notSent(String(body.why ?? ""))) : null), "i-alert");

const said: Record<string, (channel: string, body: Record<string, unknown>) => string> = {
  edited: (channel, body) => words.value.edited(Number(body.message_seq), channel), removed: (channel, body) => words.value.removed(Number(body.message_seq), channel),
  left: (channel) => words.value.left(channel), back: (channel) => words.value.back(channel), stopped: (channel) => words.value.stopped(channel),
  lost: (_, body) => words.value.lost((body.lost as Table[]).map((one) => one[language.value]).join("; ")),
  bound: () => words.value.bound, froze: (_, body) => words.value.froze(String(body.number)),
};
addLine("chat.noted", ({ body }) => said[String(body.what)]?.(channelName(String(body.channel)), body) ?? null, "i-chat");
