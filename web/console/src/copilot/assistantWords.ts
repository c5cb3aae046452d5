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
    took: (ms: string) => `${ms} ms in all`, ms: (ms: string) => `${ms} ms`, model: (name: string) => (name ? `worded by ${name}` : "no model"), reason: "Taken for", place: (at: number, of: number) => `step ${at} of ${of}`,
    stages: "What led to it", sources: "Sources", noSources: "It quoted nothing.", version: (n: number) => `version ${n}`, about: "Is this right?",
    right: "It was right", wrongReason: "The reason is wrong", wrongAnswer: "The answer is wrong", choose: "Choose the right reason", article: "Article that answers", findArticle: "Find an article by its title", noArticle: "No article fits.",
    send: "Save", saved: "Saved. It learns from this.", notSaved: (why: string) => `Not saved: ${why}`, confidence: "sure",
    title: "Assistant", line: "Answers customers by itself from published articles, their own data and guided steps. It says that it is no person, and hands over at a word.",
    active: "It answers", on: "On", off: "Off", channels: "Channels", languages: "Languages", allLanguages: "All it has words in", toPeople: "Goes to a person at once", toPeopleLine: "Beginnings of reasons, one a line, such as leg. or sec.account_stolen", misses: "After so many answers that missed, a person goes on",
    save: "Save", changed: "Somebody changed it meanwhile. Read it again.", settingsSaved: "The assistant is set.",
    try: "Ask it something", tryLine: "Nothing is posted or kept.", question: "What a customer would write", ask: "Ask", answer: "It would say", says: "It would say nothing.",
  },
  zh: {
    why: "它为什么这样说", loading: "正在读取", again: "再试一次", unread: "没能读到。", none: "没有这条消息的记录。", close: "关闭",
    kinds: { answer: "回答", choices: "给出选项", question: "提问", step: "引导步骤", hand_off: "转人工", hold: "告知何时有人", silent: "不说话" },
    stageNames: {
      normalise: "整理文字", shield: "密钥与密码", language: "语言", entities: "提到的东西", urgency: "危险", intent: "是什么事", choice: "按下的按钮", choices: "选项", flow: "引导步骤", retrieval: "文章", gate: "有多大把握", answer: "回答",
      question: "提问", person: "要找真人", hand_off: "转人工", model: "措辞", check: "核对", checker: "核对", translate: "翻译", state: "交易所的状态",
    },
    took: (ms: string) => `共 ${ms} 毫秒`, ms: (ms: string) => `${ms} 毫秒`, model: (name: string) => (name ? `由 ${name} 措辞` : "没有用模型"), reason: "判断为", place: (at: number, of: number) => `第 ${at} 步，共 ${of} 步`,
    stages: "怎么得出的", sources: "来源", noSources: "没有引用。", version: (n: number) => `第 ${n} 版`, about: "对不对？",
    right: "说得对", wrongReason: "原因错了", wrongAnswer: "回答错了", choose: "选择对的原因", article: "能回答的文章", findArticle: "按标题找文章", noArticle: "没有合适的文章。",
    send: "保存", saved: "已保存，它会从中学习。", notSaved: (why: string) => `没有保存：${why}`, confidence: "把握",
    title: "智能助手", line: "用已发布的文章、客户自己的数据和引导步骤自动回答客户。它会说明自己不是真人，一句话就转人工。",
    active: "自动回答", on: "开", off: "关", channels: "渠道", languages: "语言", allLanguages: "全部有文字的语言", toPeople: "直接转人工的原因", toPeopleLine: "原因代码的开头，一行一个，例如 leg. 或 sec.account_stolen", misses: "答错几次后转人工",
    save: "保存", changed: "期间有人改过，请重新读取。", settingsSaved: "已设置。",
    try: "问它一句", tryLine: "不会发出，也不会保存。", question: "客户会怎么写", ask: "提问", answer: "它会说", says: "它什么都不会说。",
  },
});
