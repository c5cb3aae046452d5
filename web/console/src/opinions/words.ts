/** The words of opinions. */
import { wordsOf } from "@/kit/words";

type Table = Record<string, string>;

export const words = wordsOf({
  en: {
    tabs: { "": "Said", watches: "Watched", figures: "Figures" } as Table, loading: "Loading…", unread: "This could not be read.", again: "Try again", cancel: "Cancel", older: "Show older", find: "Find", filters: "Narrow the list",
    standing: "State", standings: { open: "Open", settled: "Settled", muted: "Author put aside", removed: "Taken back by its author" } as Table, mood: "Mood", moods: { negative: "Negative", neutral: "Neutral", positive: "Positive" } as Table,
    topic: "Topic", noTopic: "No topic", place: "Place", answers: "Our answer", every: "All", waitingAnswer: "waits for a second person", noneWaiting: "nothing waits", assignee: "Assigned to", anybody: "Anybody", me: "Me", nobody: "Nobody", clear: "Show all open",
    sources: { messenger: "Facebook", instagram: "Instagram", x: "X", discord: "Discord", telegram: "Telegram", reddit: "Reddit", app_store: "App Store", google_play: "Google Play", review: "Review site", blog: "Blog", other: "Elsewhere" } as Table,
    topics: { dep: "Deposits", wd: "Withdrawals", sec: "Account safety", acc: "Account and sign-in", trd: "Trading", p2p: "P2P", fiat: "Bank and cards", fee: "Fees and VIP", prod: "Products", stm: "Statements and tax", scam: "Scams", leg: "Legal and complaints", care: "Person at risk", fb: "Feedback", gen: "General", biz: "Business" } as Table,
    none: "Nothing open was said about us", noneLine: "Comments under our posts, mentions and reviews come here. Bring others in by hand.", noneFound: "Nothing fits", noneFoundLine: "Take a filter away.",
    ownCase: "own case", stars: (n: number) => (n === 1 ? "1 star" : `${n} stars`), reach: (n: number) => `reaches ${n.toLocaleString("en")}`, noReach: "reach not known", answeredBy: (name: string) => `answered by ${name}`, with: (name: string) => `with ${name}`,
    list: "All opinions", unnamed: "Somebody without a name", openLink: "Open where it was said", because: (said: string) => `Mood read from: ${said}`, take: "Take it", assigned: "Assigned.", unassigned: "Assigned to nobody.", marked: "Marked.", settle: "Settle", settledIt: "Settled.", reopen: "Open again", openedIt: "Open again.",
    makeTicket: "Make a ticket", openTicket: "Open the ticket", mute: "Put the author aside", muteWhy: "Why is this author put aside?", muteLine: "What they say is kept, and no longer listed as open.", muted: "Put aside.", unmute: "List the author again", unmuted: "Listed again.", removedLine: "Its author took it back. It is kept for those who look at what was answered.",
    ours: "Our public words", noAnswers: "Nothing was answered.", answerStates: { waiting: "waits for a second person", approved: "let out", refused: "not let out" } as Table, deliveries: { queued: "on its way", sent: "stands there", delivered: "stands there", read: "stands there", failed: "did not go out" } as Table, decidedBy: (name: string) => `decided by ${name}`,
    ownLine: "You wrote it: a colleague lets it out.", ruleWhy: "Words for the author", ruleWhyLine: "needed to refuse", approve: "Let it out", refuse: "Refuse", approveLine: "It goes out at once, as it stands.", approved: "Let out.", refused: "Not let out. The author is told why.", asked: "Written. A second person lets it out.",
    elsewhere: "Farol cannot write there. Open the link, answer at the site itself, then settle this.", write: "Answer for everybody to read", writeLine: "No names, figures, addresses or ticket numbers: say that you wrote in private, and write the rest there.", ask: "Ask a second person", askRelease: "Ask for a release", leads: "This leads to a place that is not on our list; who may release such words decides:",
    bring: "Bring one in", bringBody: "What was said", bringFirst: "Paste what was said first", link: "Link", author: "Author", rating: "Rating", noRating: "None", followers: "Reach", brought: "Brought in.", known: "It is known already.",
    watchIntro: "Feeds of RSS or Atom: reviews in app stores, forums, blogs. Each is asked every ten minutes, and more seldom while it fails. Comments and mentions of connected channels come by themselves.", noWatches: "No feed is watched", noWatchesLine: "Add the feed of your app's reviews first.",
    name: "Name", state: "State", failing: (n: number) => (n === 1 ? "1 failure" : `${n} failures in a row`), answers_: "answers", notAsked: "not asked yet", askedAt: (at: string) => `asked ${at}`, end: "End", endSure: "End it", watchAdded: (name: string) => `${name} is watched.`, watchEnded: (name: string) => `${name} is no longer watched.`, addWatch: "Watch a feed", url: "Address", urlLine: "It is asked once before it is kept.", trying: "Asking…", watchFirst: "Give its name and address first.",
    period: "Period", days: (n: number) => (n === 1 ? "24 h" : `${n} days`), noFigures: "Nothing was said in this time", all: "All", share: "Share", reachHead: "Reach", figuresLine: "Without authors who were put aside. Reach is what the places say themselves, added up.",
    barLine: (n: number, bad: number, mid: number, good: number) => `${n}: ${bad} negative, ${mid} neutral, ${good} positive`,
  },
  zh: {
    tabs: { "": "评价", watches: "关注源", figures: "数字" }, loading: "正在读取…", unread: "没能读到。", again: "再试一次", cancel: "取消", older: "更早的", find: "查找", filters: "筛选",
    standing: "状态", standings: { open: "待处理", settled: "已处理", muted: "作者已搁置", removed: "作者已删除" }, mood: "情绪", moods: { negative: "负面", neutral: "中性", positive: "正面" },
    topic: "主题", noTopic: "没有主题", place: "来源", answers: "我们的答复", every: "全部", waitingAnswer: "等第二人", noneWaiting: "没有在等的", assignee: "负责人", anybody: "任何人", me: "我", nobody: "没有人", clear: "看全部待处理",
    sources: { messenger: "Facebook", instagram: "Instagram", x: "X", discord: "Discord", telegram: "Telegram", reddit: "Reddit", app_store: "App Store", google_play: "Google Play", review: "评价网站", blog: "博客", other: "其他" },
    topics: { dep: "充值", wd: "提币", sec: "账户安全", acc: "账户与登录", trd: "交易", p2p: "P2P", fiat: "银行与卡", fee: "费率与 VIP", prod: "产品", stm: "账单与税", scam: "诈骗", leg: "法律与投诉", care: "人身风险", fb: "建议", gen: "一般", biz: "商务" },
    none: "没有待处理的公开评价", noneLine: "我们帖子下的评论、提及和应用评价会出现在这里，其他的可以手工录入。", noneFound: "没有符合的", noneFoundLine: "请去掉一个筛选条件。",
    ownCase: "涉及本人", stars: (n: number) => `${n} 星`, reach: (n: number) => `触达 ${n.toLocaleString("en")}`, noReach: "触达不详", answeredBy: (name: string) => `${name} 已答复`, with: (name: string) => `${name} 负责`,
    list: "全部评价", unnamed: "没有署名", openLink: "到原处查看", because: (said: string) => `判断情绪的词：${said}`, take: "我来负责", assigned: "已指定。", unassigned: "没有负责人。", marked: "已标注。", settle: "标为已处理", settledIt: "已处理。", reopen: "重新打开", openedIt: "已重新打开。",
    makeTicket: "建工单", openTicket: "打开工单", mute: "搁置作者", muteWhy: "为什么搁置这位作者？", muteLine: "内容会保留，但不再列为待处理。", muted: "已搁置。", unmute: "恢复作者", unmuted: "已恢复。", removedLine: "作者已删除，保留下来供查看当时的答复。",
    ours: "我们的公开答复", noAnswers: "还没有答复。", answerStates: { waiting: "等第二人", approved: "已放行", refused: "未放行" }, deliveries: { queued: "正在发出", sent: "已公开", delivered: "已公开", read: "已公开", failed: "没发出去" }, decidedBy: (name: string) => `${name} 决定`,
    ownLine: "是您写的，由同事放行。", ruleWhy: "给作者的话", ruleWhyLine: "拒绝时必填", approve: "放行", refuse: "拒绝", approveLine: "会原样立即公开。", approved: "已放行。", refused: "未放行，作者会看到原因。", asked: "已写好，由第二人放行。",
    elsewhere: "Farol 不能在那里发言。请打开链接在原网站答复，然后标为已处理。", write: "所有人可见的答复", writeLine: "不写姓名、数字、地址和工单号：只说已私信联系，其余在私信里写。", ask: "交第二人放行", askRelease: "申请放行", leads: "这里有名单外的网址，由有放行权限的同事决定：",
    bring: "录入一条", bringBody: "说了什么", bringFirst: "先粘贴原话", link: "链接", author: "作者", rating: "评分", noRating: "没有", followers: "触达", brought: "已录入。", known: "已经有这一条了。",
    watchIntro: "RSS 或 Atom 源：应用商店评价、论坛、博客。每十分钟读一次，出错时会放慢。已接入渠道的评论和提及会自动进来。", noWatches: "没有关注源", noWatchesLine: "请先添加您应用评价的源。",
    name: "名称", state: "状态", failing: (n: number) => `连续失败 ${n} 次`, answers_: "正常", notAsked: "还没读过", askedAt: (at: string) => `${at} 读取`, end: "停止", endSure: "确认停止", watchAdded: (name: string) => `已开始关注“${name}”。`, watchEnded: (name: string) => `已停止关注“${name}”。`, addWatch: "添加关注源", url: "地址", urlLine: "保存前会先读一次。", trying: "正在读取…", watchFirst: "先写名称和地址。",
    period: "时间", days: (n: number) => (n === 1 ? "24 小时" : `${n} 天`), noFigures: "这段时间没有评价", all: "全部", share: "占比", reachHead: "触达", figuresLine: "不含被搁置的作者。触达是各平台自己给出的数字之和。",
    barLine: (n: number, bad: number, mid: number, good: number) => `共 ${n} 条：负面 ${bad}，中性 ${mid}，正面 ${good}`,
  },
});
