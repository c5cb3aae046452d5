/** The words of the editors' desk. */
import { wordsOf } from "@/kit/words";

type Table = Record<string, string>;

export const words = wordsOf({
  en: {
    title: "Editing", tabs: { gaps: "Gaps", health: "Health", drafts: "From tickets", titles: "Titles", tester: "Tester" } as Table, parts: "Parts of the editors' desk",
    unread: "This cannot be read now.", retry: "Try again", close: "Close", cancel: "Cancel",
    gapsLine: (days: number) => `What people asked in ${days} days and found no good answer to. Weight = how often × severity (P0 16, P1 8, P2 4, P3 and searches 2, P4 1); an escalated ticket counts twice.`,
    noGaps: "Nothing is missing.", noGapsLine: "Searches without an answer, reasons without a helpful article and questions nothing answers come here.",
    kinds: { search: "Search", reason: "Reason", question: "Tickets" } as Table,
    why: { search: "no good hit", no_article: "no article", unhelpful: "articles do not help", escalated: "escalated", no_answer: "search has no answer" } as Table,
    gap: "Asked", weight: "Weight", often: "Times", times: (n: number) => (n === 1 ? "once" : `${n} times`), escalations: (n: number) => (n === 1 ? "1 escalated" : `${n} escalated`), last: "last",
    write: "Write an article", synonym: "Add a synonym", link: "Link an article", writeFrom: (n: number) => (n === 1 ? "Draft from 1 answer" : `Draft from ${n} answers`), slug: "Address of the article that answers it", linkHint: "Search is held to it from now on: the question joins the test questions.", solved: (week: number, resolved: number) => `Asked ${week} times this week.${resolved ? ` ${resolved} resolved by an answer like this: ` : ""}`, notOurs: "Not for us", decide: "Decide", decided: "Decided", open: "Open",
    verbs: { write: "Article begun", synonym: "Synonym added", link: "Article linked", not_ours: "Not for us" } as Table,
    since: (n: number) => (n === 1 ? "asked once more since" : `asked ${n} more times since`), quiet: "not asked since", reopen: "Open again", openDraft: "Open the article", noDecisions: "Nothing was decided yet.",
    begin: "Begin", add: "Add", save: "Save", titleField: "Title", address: "Address", addressHint: "Small letters, digits and hyphens.", topic: "Topic", language: "Language",
    languages: { zh: "Chinese", en: "English" } as Table, group: "Group", groupHint: "A short name, such as memo_words; an existing group takes the words in.", same: "Words that mean the same", sameHint: "One on each line.", note: "Why",
    healthLine: "100 less what is listed, never below 0. The most each part takes:", noExchange: "The exchange does not answer: figures and live blocks are not compared just now.",
    points: { unhelpful: "readers it did not help (least sure share)", age: "not checked for half a year or more", due: "review is due, or expired", links: "links that lead nowhere", live: "a live block stays empty", figures: "the exchange says another figure", stale: "another language has said more", led: "it was there, and they wrote a ticket" } as Table,
    article: "Article", score: "Score", helpful: "Helped", helpfulOf: (yes: number, n: number) => `${yes} of ${n}`, least: (percent: number) => `at least ${percent} %`, noVotes: "no votes", checked: "Checked", daysAgo: (n: number) => `${n} d ago`,
    takes: "What takes points", fine: "Nothing", line: (n: number) => `line ${n}`, exchangeSays: (said: string) => `the exchange says ${said}`, find: "Title or address", onlyBad: "Below 100 only", led: (n: number) => (n === 1 ? "1 ticket" : `${n} tickets`),
    findings: { contradicts: "Figure", link: "Link leads nowhere", related: "Related article is gone", live: "Live block is empty" } as Table,
    draftLine: "Choose resolved tickets on one matter. Staff's public answers are masked, put together and laid into the article's template as a draft. Nothing is published by itself.",
    reason: "Reason", anyReason: "Every reason", anyLanguage: "Every language", noTickets: "No resolved ticket with an answer fits.", chosen: (n: number) => (n === 1 ? "1 ticket chosen" : `${n} tickets chosen`), make: "Make a draft", answers: (n: number) => (n === 1 ? "1 answer" : `${n} answers`), made: (n: number, shared: number) => `Draft made of ${n} sentences, ${shared} of them in more than one ticket`, choose: (number: string) => `Choose ${number}`, madeOf: "First draft made of the answers in:",
    ask: "What would search say?", askGo: "Ask", withDrafts: "Also with open drafts published", now: "Now", ahead: "With the drafts", good: "An answer", notGood: "No answer: counts as a gap", covered: (percent: number) => `${percent} % of the question covered`, quoted: "An assistant could quote", noQuote: "An assistant would ask again or fetch a person.", noHits: "Nothing found.", draft: "draft", otherLanguage: "other language, counts less", score_: (n: number) => `score ${n}`,
    how: { typed: "as typed", stem: "same stem", synonym: "means the same", near: "near spelling", missing: "not in it" } as Table,
    questions: "Test questions", questionsLine: "Asked again after every publication. Who made one and who published are told when it became worse.", question: "Question", expected: "Expected article (address)", place: "Place", notFound: "not found", worse: (was: number | null) => (was ? `was ${was}` : "worse"), keep: "Keep this question", run: "Ask all now", ranWorse: (n: number) => (n ? `${n} became worse` : "None became worse"), remove: "Remove", removed: "Removed", noQuestions: "No test questions yet.", aheadPlace: "With drafts",
  },
  zh: {
    title: "编辑台", tabs: { gaps: "缺口", health: "文章健康", drafts: "由工单起草", titles: "标题试验", tester: "搜索测试" } as Table, parts: "编辑台各部分",
    unread: "现在读不到。", retry: "再试一次", close: "关闭", cancel: "取消",
    gapsLine: (days: number) => `${days} 天内有人问、却没有好答案的问题。权重＝次数×严重程度（P0 16、P1 8、P2 4、P3 和搜索 2、P4 1）；升级过的工单算两次。`,
    noGaps: "没有缺口。", noGapsLine: "搜不到答案的词、没有有用文章的原因、搜索答不出的工单问题会列在这里。",
    kinds: { search: "搜索", reason: "原因", question: "工单" } as Table,
    why: { search: "没有好结果", no_article: "没有文章", unhelpful: "文章没帮上忙", escalated: "有升级", no_answer: "搜索答不出" } as Table,
    gap: "问的内容", weight: "权重", often: "次数", times: (n: number) => `${n} 次`, escalations: (n: number) => `${n} 次升级`, last: "最近",
    write: "写文章", synonym: "加同义词", link: "关联文章", writeFrom: (n: number) => `用 ${n} 条答复起草`, slug: "能回答它的文章（网址名）", linkHint: "此后搜索必须能找到它：这个问题会加入测试问题。", solved: (week: number, resolved: number) => `本周问了 ${week} 次。${resolved ? `${resolved} 次由这样的答复解决：` : ""}`, notOurs: "与我们无关", decide: "决定", decided: "已决定", open: "未决定",
    verbs: { write: "已开始写", synonym: "已加同义词", link: "已关联文章", not_ours: "与我们无关" } as Table,
    since: (n: number) => `之后又问了 ${n} 次`, quiet: "之后没人再问", reopen: "重新打开", openDraft: "打开文章", noDecisions: "还没有决定。",
    begin: "开始写", add: "加入", save: "保存", titleField: "标题", address: "网址名", addressHint: "小写字母、数字和连字符。", topic: "主题", language: "语言",
    languages: { zh: "中文", en: "英文" } as Table, group: "词组", groupHint: "短名，例如 memo_words；已有的词组会并入这些词。", same: "意思相同的词", sameHint: "每行一个。", note: "原因",
    healthLine: "100 分减去所列各项，最低 0 分。各项最多扣：", noExchange: "交易所现在没有应答：暂时无法核对数字和实时数据。",
    points: { unhelpful: "没帮上忙的读者（有把握的最小比例）", age: "半年以上没有核对", due: "该复核或已到期", links: "链接打不开", live: "实时数据为空", figures: "与交易所的数字不符", stale: "另一种语言更新", led: "文章在，客户还是写了工单" } as Table,
    article: "文章", score: "得分", helpful: "有帮助", helpfulOf: (yes: number, n: number) => `${yes}／${n}`, least: (percent: number) => `至少 ${percent}%`, noVotes: "没有评价", checked: "核对", daysAgo: (n: number) => `${n} 天前`,
    takes: "扣分原因", fine: "无", line: (n: number) => `第 ${n} 行`, exchangeSays: (said: string) => `交易所：${said}`, find: "标题或网址名", onlyBad: "只看不满 100 分的", led: (n: number) => `${n} 张工单`,
    findings: { contradicts: "数字", link: "链接打不开", related: "相关文章已没有", live: "实时数据为空" } as Table,
    draftLine: "选择同一问题的已解决工单。客服的公开答复会隐去个人信息、合并相同内容，按文章模板放成草稿，不会自动发布。",
    reason: "原因", anyReason: "全部原因", anyLanguage: "全部语言", noTickets: "没有符合条件的已解决工单。", chosen: (n: number) => `已选 ${n} 张工单`, make: "生成草稿", answers: (n: number) => `${n} 条答复`, made: (n: number, shared: number) => `草稿含 ${n} 句，其中 ${shared} 句出现在多张工单`, choose: (number: string) => `选择 ${number}`, madeOf: "初稿取自这些工单的答复：",
    ask: "搜索会怎么答？", askGo: "试一下", withDrafts: "同时看草稿发布后的结果", now: "现在", ahead: "草稿发布后", good: "能作为答案", notGood: "没有答案，会记为缺口", covered: (percent: number) => `覆盖了问题的 ${percent}%`, quoted: "助手可以引用", noQuote: "助手会再问一句，或转人工。", noHits: "没有找到。", draft: "草稿", otherLanguage: "另一种语言，分数打折", score_: (n: number) => `得分 ${n}`,
    how: { typed: "原词", stem: "同词干", synonym: "同义", near: "拼写相近", missing: "没有" } as Table,
    questions: "测试问题", questionsLine: "每次发布后重新测试。变差时通知问题的作者和发布者。", question: "问题", expected: "应当找到的文章（网址名）", place: "名次", notFound: "没找到", worse: (was: number | null) => (was ? `原来第 ${was}` : "变差"), keep: "保存为测试问题", run: "现在全部测试", ranWorse: (n: number) => (n ? `${n} 个变差` : "没有变差"), remove: "删除", removed: "已删除", noQuestions: "还没有测试问题。", aheadPlace: "草稿发布后",
  },
});

export const languageName = (code: string): string => words.value.languages[code] ?? code;
