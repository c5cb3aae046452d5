/** What the list of settings needs; the other words come with the views. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({
  en: { domains: "Sending domains", findDomains: "mail email dkim spf dmarc dns key records sign", heads: "Letterheads", findHeads: "mail email letterhead logo footer brand signature colour" },
  zh: { domains: "发信域名", findDomains: "邮件 域名 密钥 签名 dkim spf dmarc dns 记录", heads: "信头", findHeads: "邮件 信头 页脚 品牌 标志 签名 颜色" },
});
