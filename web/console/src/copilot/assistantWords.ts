/** The words of why the assistant said something, and of its settings. */
import { wordsOf } from "@/kit/words";

export const words = wordsOf({
  en: {
    why: "Why did it say this", loading: "Reading", again: "Try again", unread: "Could not be read.", none: "There is no record of this message.", close: "Close",
    kinds: { answer: "Answer", choices: "Choices", question: "Question", step: "Step of a guided flow", hand_off: "Hand-over to a person", hold: "Says when somebody is there", silent: "Says nothing" } as Record<string, string>,
    stageNames: {
      normalise: "Reading", shield: "Secrets", language: "Language", entities: "What is named", urgency: "Danger", intent: "Matter", choice: "Button pressed", choices: "Choices", flow: "Guided steps", retrieval: "Articles", gate: "How sure", answer: "Answer",
      question: "Question", person: "A person wanted", hand_off: "Hand-over", model: "Wording", check: "Check", checker: "Check", translate: "Translation", state: "The exchange’s state",
    } as Record<string, string>,
    took: (time: string) => `${time} in all`, ms: (ms: string) => `${ms} ms`, model: (name: string) => (name ? `worded by ${name}` : "no model"), reason: "Taken for", place: (at: number, of: number) => `step ${at} of ${of}`,
    stages: "What led to it", sources: "Sources", noSources: "It quoted nothing.", version: (n: number) => `version ${n}`, about: "Is this right?",
    right: "It was right", wrongReason: "The reason is wrong", wrongAnswer: "The answer is wrong", choose: "Choose the right reason", article: "Article that answers", findArticle: "Find an article by its title", noArticle: "No article fits.",
    send: "Save", saved: "Saved. It learns from this.", notSaved: (why: string) => `Not saved: ${why}`, pickOne: "Choose one of the three to save.", pickReason: "Choose the right reason to save.",
    yes: "yes", minutes: (n: number) => `${n} min`, noTime: "under 0.1 ms",
    details: {
      cut: "Taken out", characters: "Characters", removed: "Removed", kept: "So far", sure: "Sure", heard: "Heard", chosen: "Chosen by the customer", kinds: "Kinds", by: "By", share: "Sure", alarms: "Alarms",
      reason: "Reason", shares: "Most likely", out_of_scope: "Not about the exchange", covered: "Words covered", articles: "Articles", p: "Sure", asks: "Asks for", done: "At its end", hand_off: "Hands over because",
      source: "From", target: "Into", missing: "Without source", article: "Article", passage: "Passage", version: "Version", language: "Language", to: "Choices", what: "Sentence", asked: "Questions so far",
      why: "Because", usually_s: "Usual wait", slowest_s: "Slowest", state: "State", names: "Names",
    } as Record<string, string>,
    codes: {
      words: "the words", ticket: "the ticket’s reason", service: "the translation service", opencc: "OpenCC", model: "the language model", amount: "amount", network: "network", txid: "transaction", address: "address", coin: "coin",
      glad: "thanks", what: "what it is", greeting: "greeting", risk: "danger to a person", theft: "theft", asked: "asked for a person", missed: "two answers missed", urgent: "danger or theft", often: "too many turns",
      files: "files to be seen", failed: "its check", flow: "the steps end with a person", invisible: "invisible characters", quoted: "quoted mail", too_long: "what is too long", code: "code", order_id: "order", person: "a person", top: "its top",
    } as Record<string, string>,
    title: "Assistant", line: "Answers customers by itself from published articles, their own data and guided steps. It says that it is no person, and hands over at a word.",
    active: "It answers", on: "On", off: "Off", channels: "Channels", languages: "Languages", allLanguages: "None chosen: it answers in all of them.", noChannel: "Without a channel it answers nobody.", toPeople: "Goes to a person at once", toPeopleLine: "Theft and danger always do.", addReason: "Add a reason",
    wholeFamily: (family: string) => `${family}: all`, removeOne: (name: string) => `Remove ${name}`, page: "Language of the page it is asked on", misses: "After so many answers that missed, a person goes on",
    save: "Save", changed: "Somebody changed it meanwhile. Reload this page, then set it again.", settingsSaved: "The assistant is set.",
    try: "Ask it something", tryLine: "Nothing is posted or kept.", question: "What a customer would write", ask: "Ask", answer: "It would say", says: "It would say nothing.",
  },
  zh: {
    why: "它为什么这样说", loading: "正在读取", again: "再试一次", unread: "没能读到。", none: "没有这条消息的记录。", close: "关闭",
    kinds: { answer: "回答", choices: "给出选项", question: "提问", step: "引导步骤", hand_off: "转人工", hold: "告知何时有人", silent: "不说话" },
    stageNames: {
      normalise: "整理文字", shield: "密钥与密码", language: "语言", entities: "提到的东西", urgency: "危险", intent: "是什么事", choice: "按下的按钮", choices: "选项", flow: "引导步骤", retrieval: "文章", gate: "有多大把握", answer: "回答",
      question: "提问", person: "要找真人", hand_off: "转人工", model: "措辞", check: "核对", checker: "核对", translate: "翻译", state: "交易所的状态",
    },
    took: (time: string) => `共 ${time}`, ms: (ms: string) => `${ms} 毫秒`, model: (name: string) => (name ? `由 ${name} 措辞` : "没有用模型"), reason: "判断为", place: (at: number, of: number) => `第 ${at} 步，共 ${of} 步`,
    stages: "怎么得出的", sources: "来源", noSources: "没有引用。", version: (n: number) => `第 ${n} 版`, about: "对不对？",
    right: "说得对", wrongReason: "原因错了", wrongAnswer: "回答错了", choose: "选择对的原因", article: "能回答的文章", findArticle: "按标题找文章", noArticle: "没有合适的文章。",
    send: "保存", saved: "已保存，它会从中学习。", notSaved: (why: string) => `没有保存：${why}`, pickOne: "先选一项再保存。", pickReason: "先选对的原因再保存。",
    yes: "是", minutes: (n: number) => `${n} 分钟`, noTime: "不到 0.1 毫秒",
    details: {
      cut: "去掉了", characters: "字数", removed: "删除了", kept: "之前用", sure: "把握", heard: "听出", chosen: "客户选的", kinds: "种类", by: "依据", share: "把握", alarms: "警报",
      reason: "原因", shares: "最可能", out_of_scope: "与交易所无关", covered: "命中的词", articles: "文章", p: "把握", asks: "要问", done: "已到最后", hand_off: "转人工的原因",
      source: "从", target: "到", missing: "没有出处的", article: "文章", passage: "段落", version: "版本", language: "语言", to: "选项", what: "哪一句", asked: "已问", why: "原因", usually_s: "通常等", slowest_s: "最慢", state: "状态", names: "名称",
    },
    codes: {
      words: "客户的话", ticket: "工单上的原因", service: "翻译服务", opencc: "OpenCC", model: "语言模型", amount: "金额", network: "网络", txid: "交易哈希", address: "地址", coin: "币种",
      glad: "回应道谢", what: "说明自己是什么", greeting: "问候", risk: "人身危险", theft: "被盗", asked: "客户要找真人", missed: "两次没答对", urgent: "人身危险或被盗", often: "来回太多次",
      files: "有文件要看", failed: "核对没通过", flow: "流程走到了真人", invisible: "看不见的字符", quoted: "引用的旧邮件", too_long: "过长的部分", code: "错误码", order_id: "订单号", person: "真人", top: "开头",
    },
    title: "智能助手", line: "用已发布的文章、客户自己的数据和引导步骤自动回答客户。它会说明自己不是真人，一句话就转人工。",
    active: "自动回答", on: "开", off: "关", channels: "渠道", languages: "语言", allLanguages: "一种都没选：全部语言都答。", noChannel: "没有选渠道，谁也答不到。", toPeople: "直接转人工的原因", toPeopleLine: "被盗和人身危险总会直接转。", addReason: "添加原因",
    wholeFamily: (family: string) => `${family}：全部`, removeOne: (name: string) => `移除 ${name}`, page: "提问页面的语言", misses: "答错几次后转人工",
    save: "保存", changed: "期间有人改过。请刷新页面，再设一次。", settingsSaved: "已设置。",
    try: "问它一句", tryLine: "不会发出，也不会保存。", question: "客户会怎么写", ask: "提问", answer: "它会说", says: "它什么都不会说。",
  },
});
