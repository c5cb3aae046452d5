/** The routes of the desk's languages, of reviews and of terms, and their words. Read with the settings that need them. */
import { ask } from "@/api/http";
import type { Language } from "@/api/types";
import { wordsOf } from "@/kit/words";

export interface DeskLanguage {
  language: string;
  calendar_id: number | null;
  fallback: string;
  wait_s: number;
  translated: boolean;
  version: number;
}
export interface Told {
  language: string;
  here: boolean;
  says: Record<Language, string>;
}
export interface Overflow {
  id: number;
  key: string;
  zh: string;
  en: string;
  overflow_s: number | null;
  visibility: "all" | "members";
  first_line: boolean;
}
export interface Languages {
  languages: DeskLanguage[];
  told: Told[];
  calendars: { id: number; name: string; zone: string }[];
}
export interface Text {
  title: string;
  summary: string;
  body: string;
  keywords: string;
  related: string[];
}
export interface ArticleReview {
  article_id: number;
  language: string;
  source: string;
  source_version: number;
  newest: number | null;
  state: "asked" | "made" | "failed";
  way: string;
  paragraphs: number;
  remembered: number;
  left_over: number;
  at: string;
  title: string;
  revision: number | null;
  draft_state: string | null;
}
export interface MacroReview {
  macro_id: number;
  language: string;
  macro_version: number;
  source: string;
  words: string;
  way: string;
  state: "review" | "approved" | "rejected";
  note: string;
  revision: number;
  name_zh: string;
  name_en: string;
  newest: number;
  original: string;
}
export interface Beside {
  source: string;
  original: Text | null;
  draft: (Text & { revision: number; state: string }) | null;
}
export interface Term {
  id: number;
  words: Record<string, string>;
  version: number;
}

export const languages = () => ask<Languages>("GET", "/languages");
export const setLanguage = ({ language, ...body }: DeskLanguage) => ask<{ version: number }>("PUT", `/languages/${language}`, body);
export const removeLanguage = (language: string) => ask<void>("DELETE", `/languages/${language}`);
export const overflows = () => ask<Overflow[]>("GET", "/queue/overflow");
export const setOverflow = (team: number, overflow_s: number | null) => ask<void>("PUT", `/queue/teams/${team}/overflow`, { overflow_s });
export const reviews = () => ask<{ articles: ArticleReview[]; macros: MacroReview[] }>("GET", "/translations/reviews");
export const askArticle = (id: number, language: string) => ask<void>("POST", `/translations/articles/${id}`, { language });
export const beside = (id: number, language: string) => ask<Beside>("GET", `/translations/articles/${id}/${language}`);
export const askMacro = (id: number, language: string) => ask<MacroReview>("POST", `/translations/macros/${id}`, { language });
export const decide = (one: MacroReview, words: string, state: MacroReview["state"], note = "") =>
  ask<MacroReview>("PUT", `/translations/macros/${one.macro_id}/${one.language}`, { revision: one.revision, words, state, note });
export const saveDraft = (id: number, language: string, revision: number, text: Text) =>
  ask<{ revision: number }>("PUT", `/knowledge/articles/${id}/drafts/${language}`, { revision, ...text });
export const publish = (id: number, language: string, revision: number) => ask<{ version: number }>("POST", `/knowledge/articles/${id}/drafts/${language}/publication`, { revision });
export const discard = (id: number, language: string, revision: number) => ask<void>("POST", `/knowledge/articles/${id}/drafts/${language}/discard`, { revision });
export const terms = () => ask<{ terms: Term[]; shipped: Record<string, string>[] }>("GET", "/translations/terms");
export const saveTerm = (one: Term) => (one.id ? ask<Term>("PUT", `/translations/terms/${one.id}`, { words: one.words, version: one.version }) : ask<Term>("POST", "/translations/terms", { words: one.words }));
export const removeTerm = (id: number) => ask<void>("DELETE", `/translations/terms/${id}`);

export const words = wordsOf({
  en: {
    reading: "Reading",
    unread: (why: string) => `Not read: ${why}`,
    again: "Try again",
    notSaved: (why: string) => `Not saved: ${why}`,
    saved: "Saved.",
    save: "Save",
    remove: "Remove",
    add: "Add",
    cancel: "Cancel",
    close: "Close",
    language: "Language",
    languagesLine: "When people who speak a language are there, how long its tickets wait for them, and what happens otherwise. Customers read the sentence under each.",
    noLanguages: "Nothing is set: tickets wait for their team's own time, and are then answered in English.",
    hours: "When people who speak it are there",
    always: "Day and night",
    fallback: "Otherwise in",
    wait: "Wait before that (minutes)",
    translated: "Whoever is there may answer with machine translation",
    addLanguage: "Add a language",
    overflow: "When nobody of a team is there",
    overflowLine: "A ticket waits so long for its team, a P0 one minute at most, and then goes to the first line. Its conversation says so. Teams whose tickets only their members see keep them.",
    stays: "waits until somebody comes",
    minutes: (n: number) => `${n} min`,
    closed: "members only: keeps its tickets",
    reviewsLine: "What a machine translated waits here until somebody has read it beside the original. Nobody outside sees it before.",
    noReviews: "Nothing waits for a look.",
    articles: "Articles",
    macros: "Canned replies",
    states: { asked: "being translated", made: "to review", failed: "no translation came", review: "to review", approved: "approved", rejected: "rejected" } as Record<string, string>,
    counts: (all: number, known: number, left: number) => `${all} lines, ${known} from memory${left ? `, ${left} not translated` : ""}`,
    stale: "its original changed since",
    original: "Original",
    translation: "Machine translation",
    approve: "Approve",
    publishIt: "Publish",
    keep: "Save for later",
    reject: "Reject",
    discardIt: "Throw away",
    parts: { title: "Title", summary: "Summary", body: "Text" } as Record<string, string>,
    askMacro: "Translate a canned reply",
    askIt: "Translate",
    which: "Canned reply",
    into: "Into",
    intoArticle: (to: string) => `Machine-translate into ${to}`,
    askedArticle: "It is being translated, and then waits for review.",
    toReviews: "Reviews",
    termsLine: "Words that every machine translation keeps to, in tickets, articles and canned replies. Leave out a language whose word bends by case.",
    noTerms: "The desk has no terms of its own yet.",
    addTerm: "Add a term",
    shipped: (n: number) => `${n} terms come with the product`,
    twoWords: "A term has a word in two languages or more.",
  },
  zh: {
    reading: "正在读取",
    unread: (why: string) => `没有读到：${why}`,
    again: "再试一次",
    notSaved: (why: string) => `没有保存：${why}`,
    saved: "已保存。",
    save: "保存",
    remove: "移除",
    add: "添加",
    cancel: "取消",
    close: "关闭",
    language: "语言",
    languagesLine: "会每种语言的客服什么时候在，工单等多久，不在时怎么办。客户会看到每种语言下面的那句话。",
    noLanguages: "还没有设置：工单按各团队的时间等，之后用英语回答。",
    hours: "会这种语言的客服在的时间",
    always: "昼夜",
    fallback: "不在时用",
    wait: "先等多久（分钟）",
    translated: "在的人可以借助机器翻译回答",
    addLanguage: "添加语言",
    overflow: "团队没有人在时",
    overflowLine: "工单先为自己的团队等这么久（P0 最多一分钟），然后转到一线，对话里会写明。只有成员能看工单的团队不转出。",
    stays: "一直等到有人来",
    minutes: (n: number) => `${n} 分钟`,
    closed: "仅成员可见，不转出",
    reviewsLine: "机器翻译的内容先在这里等人对照原文看过。在那之前外面看不到。",
    noReviews: "没有要看的译文。",
    articles: "文章",
    macros: "快捷回复",
    states: { asked: "正在翻译", made: "待审阅", failed: "没有得到译文", review: "待审阅", approved: "已通过", rejected: "已拒绝" } as Record<string, string>,
    counts: (all: number, known: number, left: number) => `${all} 行，${known} 行来自翻译记忆${left ? `，${left} 行没有翻译` : ""}`,
    stale: "原文已改动",
    original: "原文",
    translation: "机器翻译",
    approve: "通过",
    publishIt: "发布",
    keep: "先保存",
    reject: "拒绝",
    discardIt: "丢弃",
    parts: { title: "标题", summary: "摘要", body: "正文" } as Record<string, string>,
    askMacro: "翻译一条快捷回复",
    askIt: "翻译",
    which: "快捷回复",
    into: "翻译成",
    intoArticle: (to: string) => `机器翻译成${to}`,
    askedArticle: "正在翻译，之后等待审阅。",
    toReviews: "去审阅",
    termsLine: "工单、文章和快捷回复的机器翻译都用这里的词。会变格的语言请留空。",
    noTerms: "还没有自己的术语。",
    addTerm: "添加术语",
    shipped: (n: number) => `产品自带 ${n} 个术语`,
    twoWords: "一个术语至少要有两种语言的词。",
  },
});
