/** The words of claims. */
import { wordsOf } from "@/kit/words";

export const words = wordsOf({
  en: {
    screen: "Claims", loading: "Loading…", unread: "This could not be read.", again: "Try again", colon: ": ", cancel: "Cancel", none: "No claims are open for any incident",
    noneLine: "A lead opens them for an incident, and publishes how a loss is worked out.",
    openFor: "Open claims", incident: "Incident", choose: "Choose", titleZh: "Title, Chinese", titleEn: "Title, English", from: "Counts from", until: "until", closes: "Claims until", open: "Open",
    list: "All windows", page: "Published page", span: (from: string, to: string) => `${from} – ${to}`,
    sheet: "How a loss is worked out", noSheet: "Nothing is published yet. Nobody can claim before.", version: (n: number, by: string, at: string) => `Version ${n} · ${by} · ${at}`,
    newSheet: "New version", publish: "Publish", publishLine: "A published version stays as it is. Claims that nobody decided are worked out anew.",
    coin: "Coin", share: "Percent of the loss", least: "Nothing below", most: "At most", places: "Decimals", add: "Add", drop: "Remove",
    kinds: { liquidation: "Liquidation", refused_order: "Order refused by the system" } as Record<string, string>,
    symbol: "Symbol", reference: "Fair price", codes: "Reject codes", then: "Price then", later: "Price after", exclusions: "What is left out", zh: "Chinese", en: "English", changed: "Why it changes",
    report: "Report", claimed: "All lines", agreed: "Granted", paid: "Paid", toDecision: "To the decision", toPayment: "To the payment", half: "half took no longer",
    states: { claimed: "logs are read", assessed: "worked out", batched: "in a batch", agreed: "granted", paying: "being paid", paid: "paid", refused: "not granted" } as Record<string, string>,
    claims: "Claims", noClaims: "Nobody has claimed yet.", amount: "Amount", takeIn: "counts", leftOut: "left out by", stuck: "stands still", payAgain: "Pay again", noLines: "Nothing in the logs",
    batches: "Decisions", make: "Put before a second person", makeLine: (n: number) => `${n} worked out, not decided`, words: "For whoever decides", sum: "Sum", zero: "with nothing", middle: "Middle amount",
    outliers: "Far above the middle", sample: "Sample", agree: "Agree", refuse: "Give back", yours: "You made it: somebody else decides.", why: "Words", outcome: { open: "waits", agreed: "agreed", refused: "given back" } as Record<string, string>, look: "Look at it",
    appeal: "Appeal", due: (at: string) => `answer by ${at}`, extra: "Paid beside (0: the decision stays)", answer: "Answer", appealWhy: "Why; the customer reads it", added: (n: string) => `${n} more`,
  },
  zh: {
    screen: "索赔", loading: "正在读取…", unread: "没能读到。", again: "再试一次", colon: "：", cancel: "取消", none: "没有开放索赔的事件",
    noneLine: "由主管为一次事件开放索赔，并公布怎么算。",
    openFor: "开放索赔", incident: "事件", choose: "请选择", titleZh: "标题（中文）", titleEn: "标题（英文）", from: "从", until: "到", closes: "提交截止", open: "开放",
    list: "全部索赔", page: "公布的页面", span: (from: string, to: string) => `${from} – ${to}`,
    sheet: "怎么算", noSheet: "还没有公布，公布前不能提交。", version: (n: number, by: string, at: string) => `第 ${n} 版 · ${by} · ${at}`,
    newSheet: "另出一版", publish: "公布", publishLine: "公布后不再改动。还没决定的索赔会按新版重算。",
    coin: "币种", share: "损失的百分之", least: "低于不付", most: "每份最多", places: "小数位", add: "加一条", drop: "去掉",
    kinds: { liquidation: "强平", refused_order: "被系统拒绝的订单" } as Record<string, string>,
    symbol: "交易对", reference: "参考价", codes: "拒绝代码", then: "被拒时价格", later: "恢复后价格", exclusions: "不计入", zh: "中文", en: "英文", changed: "为什么改",
    report: "报告", claimed: "全部项目", agreed: "已通过", paid: "已支付", toDecision: "到决定", toPayment: "到支付", half: "一半不超过",
    states: { claimed: "在读日志", assessed: "已计算", batched: "在一批里", agreed: "已通过", paying: "支付中", paid: "已支付", refused: "没有通过" } as Record<string, string>,
    claims: "索赔", noClaims: "还没有人提交。", amount: "金额", takeIn: "计入", leftOut: "不计入：", stuck: "停住了", payAgain: "再支付一次", noLines: "日志里没有",
    batches: "决定", make: "交第二人决定", makeLine: (n: number) => `${n} 份已计算、未决定`, words: "给决定的人", sum: "合计", zero: "份为 0", middle: "中位金额",
    outliers: "远高于中位", sample: "抽样", agree: "同意", refuse: "退回", yours: "这批是您提的，由别人决定。", why: "说明", outcome: { open: "等决定", agreed: "已同意", refused: "已退回" } as Record<string, string>, look: "看一看",
    appeal: "申诉", due: (at: string) => `${at}前答复`, extra: "另加金额（0：决定不变）", answer: "答复", appealWhy: "原因（客户会看到）", added: (n: string) => `另加 ${n}`,
  },
});
