/** The words of title trials. */
import { wordsOf } from "@/kit/words";

type Table = Record<string, string>;

export const words = wordsOf({
  en: {
    line: "In search results and topics each visitor sees one of the titles; the article's own page keeps the published one. You may look at any time: the chance of a wrong decision stays below 5 of 100.",
    running: "Running", over: "Over", none: "No titles are being tried.", noneLine: "Give an article a second title and see which one is opened more often.", noneOver: "No trial is over yet.",
    unread: "This cannot be read now.", retry: "Try again", close: "Close", cancel: "Cancel",
    tryTitles: "Try other titles", begin: "Begin", propose: "Propose", article: "Article", find: "Title or address of a published article", nothing: "No published article that everybody may read fits.",
    published: "Published title", second: "Second title", third: "Third title, if you like", waiting: "Somebody else has to start it, because visitors read these words.", language: "Language",
    began: "The trial runs.", proposed: "Proposed. Somebody else can start it now.",
    byLine: (name: string) => `by ${name}`, since: "since", ended: "ended", now: "published", before: "published before",
    shown: (n: string) => `shown to ${n}`, opened: (n: string) => `opened by ${n}`, of100: (percent: string) => (percent ? `${percent} of 100` : "–"), share: "Opened, of 100 visitors",
    early: (shown: number, opened: number) => `Too early to say: each title has to be shown to ${shown} visitors, and two together opened ${opened} times.`,
    open: (n: number) => (n >= 100 ? "So far the numbers fit equally good titles well." : `Not certain yet: equally good titles would give such numbers in up to ${n} of 100 trials.`),
    better: (title: string, n: number) => `“${title}” is opened more often. Equally good titles would give such numbers in at most ${n} of 100 trials.`,
    stays: (n: number) => `The published title is opened more often. Equally good titles would give such numbers in at most ${n} of 100 trials.`,
    waits: "Waits for somebody else who starts it.",
    outcomes: { adopted: "The better title was adopted.", stopped: "Stopped.", changed: "Over: the article got another title.", archived: "Over: the article was archived.", hidden: "Over: not everybody may read the article any more." } as Table,
    start: "Start", stop: "Stop", stopSure: "Stop for good?", adopt: "Adopt this title", adopted: (version: number) => `Published as version ${version}.`, inReview: "A draft with this title waits for review.", stopped: "Stopped. Everybody sees the published title.", started: "The trial runs.",
  },
  zh: {
    line: "搜索结果和主题页里，每位访客只看到其中一个标题；文章页始终显示已发布的标题。可以随时查看：判断出错的可能始终低于 5%。",
    running: "进行中", over: "已结束", none: "没有正在试的标题。", noneLine: "给文章加第二个标题，看哪个更多人点开。", noneOver: "还没有结束的试验。",
    unread: "现在读不到。", retry: "再试一次", close: "关闭", cancel: "取消",
    tryTitles: "试其他标题", begin: "开始", propose: "提交", article: "文章", find: "已发布文章的标题或网址名", nothing: "没有符合条件、且所有人都能读的已发布文章。",
    published: "已发布的标题", second: "第二个标题", third: "第三个标题（可不填）", waiting: "访客会读到这些字，需由另一人开始。", language: "语言",
    began: "试验已开始。", proposed: "已提交，等另一人开始。",
    byLine: (name: string) => `${name} 提出`, since: "开始于", ended: "结束于", now: "已发布", before: "原标题",
    shown: (n: string) => `${n} 人看到`, opened: (n: string) => `${n} 人点开`, of100: (percent: string) => (percent ? `${percent}%` : "–"), share: "点开的比例",
    early: (shown: number, opened: number) => `还太早：每个标题至少要有 ${shown} 人看到，两个标题合计至少点开 ${opened} 次。`,
    open: (n: number) => (n >= 100 ? "目前看不出差别。" : `还不确定：即使标题一样好，100 次试验里最多也有 ${n} 次会出现这样的数字。`),
    better: (title: string, n: number) => `“${title}”更多人点开。如果标题一样好，100 次试验里最多 ${n} 次会出现这样的数字。`,
    stays: (n: number) => `已发布的标题更多人点开。如果标题一样好，100 次试验里最多 ${n} 次会出现这样的数字。`,
    waits: "等另一人开始。",
    outcomes: { adopted: "已采用更好的标题。", stopped: "已停止。", changed: "已结束：文章换了标题。", archived: "已结束：文章已归档。", hidden: "已结束：文章不再对所有人开放。" } as Table,
    start: "开始", stop: "停止", stopSure: "确定停止？", adopt: "采用这个标题", adopted: (version: number) => `已发布为第 ${version} 版。`, inReview: "带这个标题的草稿正在等待审阅。", stopped: "已停止，所有人都看到已发布的标题。", started: "试验已开始。",
  },
});
