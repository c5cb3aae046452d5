/** What the list of settings needs; the words of the view itself come with it. */
import { wordsOf } from "@/kit/words";

export const words = wordsOf({
  en: { title: "Link to the exchange", find: "core link exchange webhooks events capabilities down gaps signatures" },
  zh: { title: "交易所连接", find: "核心接口 交易所 推送 事件 能力 断开 缺口 签名" },
});
