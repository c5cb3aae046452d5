/** The words of the copilot and of why the assistant said something. */
import { wordsOf } from "@/kit/words";

const whys = {
  en: {
    off: "no model is set up for this", budget: "the model's budget for today is spent", busy: "the model is busy", resting: "the model failed a moment ago", slow: "the model took too long",
    down: "the model cannot be reached", limited: "the model takes no more now", refused: "the model would not answer", garbled: "the model's answer could not be read", too_large: "it is too much for the model",
    left: "the model was not waited for", ungrounded: "the model's words hold something that stands in no source", markup: "the model wrote more than plain words", never: "the model asked for what is never asked for",
    promise: "the model promised an outcome", empty: "there is nothing to write from",
  } as Record<string, string>,
  zh: {
    off: "没有设置模型", budget: "模型今天的额度用完了", busy: "模型正忙", resting: "模型刚才出错", slow: "模型太慢", down: "连不上模型", limited: "模型现在不接受更多请求", refused: "模型没有作答", garbled: "模型的回答读不懂",
    too_large: "内容太多，模型放不下", left: "没有等模型", ungrounded: "模型写了来源里没有的内容", markup: "模型写的不是纯文字", never: "模型在索要从不索要的东西", promise: "模型承诺了结果", empty: "没有可以依据的内容",
  } as Record<string, string>,
};

export const words = wordsOf({
  en: {
    title: "Copilot", loading: "Reading", again: "Try again", unread: "Could not be read.", line: "Words for you. Nothing is sent or done by itself.",
    next: "Next", why: "Why", show: { draft: "Draft a reply", checklist: "Open the checklist", case: "Show the case", exchange: "Show the exchange's record", recovery: "Open recovery", reason: "Choose the reason", status: "Go to the status" } as Record<string, string>,
    of: { checklist: "checklist", triage: "triage", play: "our message", case: "case card" } as Record<string, string>,
    draft: "Draft a reply", drafting: "Drafting", worded: "Let the model word it", insert: "Put it into the reply", drop: "Not useful", dropped: "Noted. Later drafts learn from it.",
    inserted: "In the reply. Read it before you send it.", none: "There is nothing to draft from: no macro, no record and no article fits.", by: { desk: "From the desk's own words", model: "Worded by the model, checked against the sources" } as Record<string, string>,
    whys: whys.en, notModel: (why: string) => `Not worded by the model: ${why}.`, strange: (list: string) => `In no source: ${list}`,
    other: (theirs: string, language: string) => `The customer writes in ${theirs}; this is in ${language}. Translate it before it goes out.`, blanks: "Still to fill in:", sources: "Sources",
    kinds: { macro: "Macro", article: "Article", exchange: "Exchange" } as Record<string, string>, version: (n: number, at: string) => `version ${n}${at ? `, checked ${at}` : ""}`,
    summary: "Summary", copySummary: "Copy", copied: "Copied.", message: (seq: number) => `message ${seq}`, rests: "Rests on", shorter: "Word it by model", emptySummary: "Nobody has said anything yet.",
    similar: "Similar solved tickets", noSimilar: "No solved ticket that you may see is like this one.", ended: "How it ended", shared: "Both say", alike: (n: number) => `${Math.round(n * 100)} % alike`, noReason: "no reason", hide: "Close",
  },
  zh: {
    title: "辅助", loading: "正在读取", again: "再试一次", unread: "没能读到。", line: "只给您看的文字。不会自己发送，也不会自己执行。",
    next: "下一步", why: "为什么", show: { draft: "起草回复", checklist: "打开处理步骤", case: "看案卡", exchange: "看交易所记录", recovery: "打开找回", reason: "选择原因", status: "去看状态" },
    of: { checklist: "处理步骤", triage: "自动判断", play: "我们发的消息", case: "案卡" },
    draft: "起草回复", drafting: "正在起草", worded: "请模型措辞", insert: "放进回复", drop: "没有用", dropped: "记下了，以后的草稿会参考。",
    inserted: "已放进回复，请读过再发。", none: "没有可以依据的内容：没有合适的宏、记录或文章。", by: { desk: "来自现成的文字", model: "由模型措辞，已对照来源核对" },
    whys: whys.zh, notModel: (why: string) => `没有用模型的文字：${why}。`, strange: (list: string) => `来源里没有：${list}`,
    other: (theirs: string, language: string) => `客户用${theirs}，这是${language}的。发送前请翻译。`, blanks: "还要填：", sources: "来源",
    kinds: { macro: "宏", article: "文章", exchange: "交易所" }, version: (n: number, at: string) => `第 ${n} 版${at ? `，${at} 核对` : ""}`,
    summary: "摘要", copySummary: "复制", copied: "已复制。", message: (seq: number) => `第 ${seq} 条`, rests: "依据", shorter: "请模型措辞", emptySummary: "还没有人说过话。",
    similar: "相似的已解决工单", noSimilar: "您能看到的已解决工单里没有相似的。", ended: "怎么解决的", shared: "都提到", alike: (n: number) => `相似 ${Math.round(n * 100)} %`, noReason: "未选原因", hide: "收起",
  },
});

/** The blanks that still stand in a draft. */
export const blanksOf = (text: string): string[] => [...new Set([...text.matchAll(/\{\{\s*(?:fill:)?([^{}]{1,60}?)\s*\}\}/g)].map((found) => found[1]!))];
