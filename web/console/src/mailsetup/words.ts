/** The words of sending domains and letterheads. */
import { wordsOf } from "@/kit/words";

type Table = Record<string, string>;

export const words = wordsOf({
  en: {
    loading: "Loading…", again: "Try again", cancel: "Cancel", copy: "Copy", copied: "Copied", save: "Save", saving: "Saving…",
    domainIntro: "Other mail servers believe our mail when these records stand in the domain's DNS. Publish them at whoever runs it, then check.", noDomains: "No mail goes out: no domain is set.",
    signed: "signed", unsigned: "not signed", check: "Check now", checking: "Asking DNS…", allRight: "All records stand there.", notAll: "Something is missing or different.", asked: (at: string) => `Asked at ${at}`,
    records: "To publish", value: "Value", ownValue: "The name of your mail server, which only you know.", there: "There now:", purposes: { dkim: "DKIM", spf: "SPF", dmarc: "DMARC", mx: "MX" } as Table,
    purposeLines: { dkim: "the key by which our signature is checked", spf: "which servers may send", dmarc: "what others do with mail that fails", mx: "where answers and bounces come back" } as Table,
    found: { right: "stands there", missing: "missing", wrong: "different", unanswered: "DNS did not answer" } as Table,
    keys: "Keys", newKey: "New key", noKeys: "No key: mail of this domain goes out without a signature.", keyStates: { waiting: "waits to be used", signing: "signs", retired: "retired" } as Table, madeAt: (at: string) => `made ${at}`, use: "Use it", retire: "Retire", retireLine: "It will never sign. This cannot be undone.", retireSigning: "Mail goes out without its signature from now on. This cannot be undone.", retireSure: "Retire it",
    keyMade: "Made. Publish its record, then use it.", keyUsed: "It signs from now on, beside the one before.", keyRetired: "Retired.", retired: (n: number) => (n === 1 ? "1 retired key" : `${n} retired keys`), keyLine: "To change keys: make a new one, publish its record, use it, and retire the old one after a week.",
    headIntro: "How mail looks: brand, colour, logo, sender and footer. A customer gets the one that names their company or level, everybody else the default.", newHead: "New letterhead", firstHead: "Make the default", noHeads: "No letterhead is set", noHeadsLine: "Mail goes out with the brand and colour of the installation.", allHeads: "All letterheads",
    forRest: "for everybody without another", forThese: (names: string) => `for ${names}`, forNobody: "for nobody: name a company or level", version: (n: number) => `Version ${n}`,
    headKey: "Key", headKeyLine: "Small letters, such as eu. default is for everybody without another.", brand: "Brand, as customers know it", from: "Sender", fromLine: "An address of a sending domain that signs. Empty: the ticket's own address. Answers reach the ticket either way.", colour: "Colour", colourLine: "Of a line, never of words. It has to be seen on white.", noColour: "None", logo: "Logo", logoLine: "PNG, at most 48 KiB.", logoWrong: "Give a PNG of at most 48 KiB.", noLogo: "Take away", pickLogo: "Choose a picture",
    tongue: "Language shown", footer: (name: string) => `Footer, ${name}`, footerLine: (names: string) => (names ? `Written in: ${names}. Other languages get the English one.` : "Languages without one get the English one."), signature: "The agent's own signature goes under the words", entities: "For companies", tiers: "For levels", whoseLine: "Separated by commas. Both empty: for nobody but by hand.",
    headSaved: "Mail looks like this from now on.", unchanged: "Nothing is changed.", mendFirst: "Mend what is marked first.", saveLine: "From the next mail on.", onlyAdmin: "An administrator changes letterheads.", preview: "A mail like this", designed: "Designed", plain: "Plain text", previewFirst: "Give it a brand to see a mail.", stale: "As it was before what is marked.",
    versions: (n: number) => (n === 1 ? "1 version" : `${n} versions`), inUse: "in use", goBack: "Go back to this", wentBack: (n: number) => `As in version ${n} again.`,
  },
  zh: {
    loading: "正在读取…", again: "再试一次", cancel: "取消", copy: "复制", copied: "已复制", save: "保存", saving: "正在保存…",
    domainIntro: "域名的 DNS 里有这些记录，别的邮件服务器才相信我们的邮件。请在管理域名的地方发布，再检查。", noDomains: "没有设置域名，邮件发不出去。",
    signed: "已签名", unsigned: "未签名", check: "现在检查", checking: "正在查询 DNS…", allRight: "记录都对。", notAll: "有记录缺失或不同。", asked: (at: string) => `查询于 ${at}`,
    records: "需要发布", value: "内容", ownValue: "您的邮件服务器名称，只有您知道。", there: "现在是：", purposes: { dkim: "DKIM", spf: "SPF", dmarc: "DMARC", mx: "MX" },
    purposeLines: { dkim: "用来核对我们签名的密钥", spf: "哪些服务器可以发信", dmarc: "没通过的邮件怎么处理", mx: "回复和退信送到哪里" },
    found: { right: "正确", missing: "缺失", wrong: "不同", unanswered: "DNS 没有应答" },
    keys: "密钥", newKey: "新密钥", noKeys: "没有密钥：这个域名的邮件不带签名发出。", keyStates: { waiting: "等待启用", signing: "正在签名", retired: "已退役" }, madeAt: (at: string) => `创建于 ${at}`, use: "启用", retire: "退役", retireLine: "它不会再用于签名，不能撤销。", retireSigning: "邮件从现在起不再带它的签名，不能撤销。", retireSure: "确认退役",
    keyMade: "已创建。先发布记录，再启用。", keyUsed: "从现在起与旧密钥同时签名。", keyRetired: "已退役。", retired: (n: number) => `${n} 个已退役的密钥`, keyLine: "更换密钥：创建新的，发布记录，启用，一周后让旧的退役。",
    headIntro: "邮件的样子：品牌、颜色、标志、发件人和页脚。客户收到写明其公司或等级的那一个，其余人收到默认的。", newHead: "新信头", firstHead: "创建默认信头", noHeads: "还没有信头", noHeadsLine: "邮件使用安装时的品牌和颜色。", allHeads: "全部信头",
    forRest: "用于没有别的信头的人", forThese: (names: string) => `用于 ${names}`, forNobody: "没有指定：请写公司或等级", version: (n: number) => `第 ${n} 版`,
    headKey: "短名", headKeyLine: "小写字母，例如 eu。default 用于没有别的信头的人。", brand: "品牌，客户认识的名称", from: "发件人", fromLine: "已签名域名下的地址。留空则用工单自己的地址，两种都能回复到工单。", colour: "颜色", colourLine: "只用于线条，不用于文字，白底上要看得清。", noColour: "不用", logo: "标志", logoLine: "PNG，不超过 48 KiB。", logoWrong: "请给一张不超过 48 KiB 的 PNG。", noLogo: "去掉", pickLogo: "选择图片",
    tongue: "显示的语言", footer: (name: string) => `页脚，${name}`, footerLine: (names: string) => (names ? `已写：${names}。其他语言用英文的。` : "没写的语言用英文的。"), signature: "正文下面带客服自己的签名", entities: "用于公司", tiers: "用于等级", whoseLine: "用逗号分开。两项都空时不会自动使用。",
    headSaved: "从现在起邮件是这个样子。", unchanged: "没有改动。", mendFirst: "请先改好标出的地方。", saveLine: "从下一封邮件起。", onlyAdmin: "信头由管理员修改。", preview: "邮件的样子", designed: "排版", plain: "纯文本", previewFirst: "写上品牌就能看到邮件。", stale: "这是出错之前的样子。",
    versions: (n: number) => `${n} 个版本`, inUse: "使用中", goBack: "回到这一版", wentBack: (n: number) => `已回到第 ${n} 版。`,
  },
});
