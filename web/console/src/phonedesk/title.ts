/** What rail and ticket call the phone desk, and the lines that stand in conversations. The other words come with the screen. */
import { exact } from "@/kit/time";
import { wordsOf } from "@/kit/words";
import type { Happening } from "@/ticket/lines";

type Lines = Record<string, (body: Happening["body"]) => string>;
/** "3:05". */
export const lasted = (seconds: unknown) => `${Math.floor(Number(seconds) / 60)}:${String(Number(seconds) % 60).padStart(2, "0")}`;

export const title = wordsOf({
  en: {
    title: "Phone desk",
    lines: {
      about: (b) => `The caller keyed in ticket ${b.number}, without proof. A caller's number proves nothing.`,
      hint: () => "The number is on record for a customer, which proves nothing. Ask for the 6 digit phone code that their app shows.",
      proven: () => "The caller proved who they are with the phone code of their app", moved: (b) => `After the proof the call goes on in ticket ${b.number}`,
      came: (b) => `After the proof the call goes on here; it began in ticket ${b.number}`, callback: () => "A call back was promised; the place in the line is kept",
      unreached: (b) => `Called back at ${exact(String(b.at))}; nobody answered. Try ${b.n}`,
      missed: (b) => `Missed call from ${b.number || "a withheld number"} at ${exact(String(b.at))}, after waiting ${lasted(b.seconds)}`,
      talked: (b) => `Phone call at ${exact(String(b.at))}, ${lasted(b.seconds)}, with ${b.who || "a colleague"}. ${b.recorded ? "Recorded, with consent" : "Not recorded"}`,
      recording: (b) => `Recording of the call above, made with consent, ${lasted(b.seconds)}, SHA-256 ${b.sha256}`, voicemail: (b) => `Voicemail above, ${lasted(b.seconds)}`,
      lost: (b) => `The recording could not be fetched from the provider: ${b.why}`,
    } as Lines,
  },
  zh: {
    title: "电话台",
    lines: {
      about: (b) => `来电者输入了工单 ${b.number}，未经验证：来电号码不能证明身份。`,
      hint: () => "来电号码与一位客户登记的号码相同，这不能证明身份。请客户提供应用中的 6 位电话验证码。",
      proven: () => "来电者已用应用中的电话验证码证明身份", moved: (b) => `验证后，通话转到工单 ${b.number}`,
      came: (b) => `验证后，通话从工单 ${b.number} 转到这里`, callback: () => "已答应回电，位置保留",
      unreached: (b) => `${exact(String(b.at))} 回电无人接听，第 ${b.n} 次`,
      missed: (b) => `未接来电：${b.number || "匿名来电"}，${exact(String(b.at))}，等待 ${lasted(b.seconds)}`,
      talked: (b) => `通话：${exact(String(b.at))}，${lasted(b.seconds)}，客服 ${b.who || "同事"}。${b.recorded ? "经同意已录音" : "未录音"}`,
      recording: (b) => `上面是经同意的通话录音，${lasted(b.seconds)}，SHA-256 ${b.sha256}`, voicemail: (b) => `上面是语音留言，${lasted(b.seconds)}`,
      lost: (b) => `录音未能从服务商取回：${b.why}`,
    } as Lines,
  },
});
