/** What the list of settings needs; the other words come with the view. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({
  en: { setting: "Partner API and webhooks", find: "api key keys secret webhook endpoint openapi integration deliveries replay" },
  zh: { setting: "开放接口与回调", find: "接口 密钥 回调 推送 对接 重发 webhook api" },
});
