/** What the palette calls it, and the lines that stand in conversations. The other words come with the call. */
import { exact } from "@/kit/time";
import { wordsOf } from "@/kit/words";
import type { Happening } from "@/ticket/lines";

type Lines = Record<string, (body: Happening["body"]) => string>;
const lasted = (seconds: unknown) => `${Math.floor(Number(seconds) / 60)}:${String(Number(seconds) % 60).padStart(2, "0")}`;

export const title = wordsOf({
  en: {
    offer: "Offer a call",
    lines: {
      asked: (b) => (b.call_kind === "video" ? "The customer asks for a video call and waits" : "The customer asks for a voice call and waits"), invited: () => "A call was offered to the customer",
      declined: () => "The customer did not take the call", ended: (b) => `The call is over. It took ${lasted(b.seconds)}`, missed: () => "The customer called; nobody took the call in time",
      failed: () => "The call could not be connected: no way was found between the two sides",
      recorded: (b) => `Recording of the call above, ${lasted(b.seconds)}, agreed to by the customer at ${exact(String(b.at))}`,
    } as Lines,
  },
  zh: {
    offer: "邀请通话",
    lines: {
      asked: (b) => (b.call_kind === "video" ? "客户想视频通话，等待接听" : "客户想语音通话，等待接听"), invited: () => "已邀请客户通话",
      declined: () => "客户没有接听", ended: (b) => `通话结束，时长 ${lasted(b.seconds)}`, missed: () => "客户呼叫，没有人及时接听",
      failed: () => "通话没有接通：两端之间无法建立连接",
      recorded: (b) => `上面是通话录音，时长 ${lasted(b.seconds)}，客户同意于 ${exact(String(b.at))}`,
    } as Lines,
  },
});
