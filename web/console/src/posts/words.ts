/** The words of announcements that go out. */
import { wordsOf } from "@/kit/words";

export const words = wordsOf({
  en: {
    line: "Written once, let out by a colleague, then posted on the help pages and to the places you choose, each within its limits.",
    fresh: "Write one", none: "Nothing has gone out yet.", loading: "Reading", unread: "Posts can't be shown.", close: "Close",
    where: "Where", product: "Help pages", language: "Language", chat: "Group or channel number", tongues: { zh: "Chinese", en: "English" },
    byNumber: (name: string) => `${name}, by number`,
    noSpots: "No connected account takes posts. Telegram, Discord, a Facebook page and X do.",
    preview: "How it reads", look: "Show previews", cut: "Does not all fit: the rest is on the help pages.", ask: "Ask a colleague to let it out", busy: "Sending",
    asked: "It waits for a colleague", correcting: (title: string) => `Corrects “${title}”, wherever it stands`,
    by: "Written by", decided: "Decided by", approve: "Let it out", refuse: "Refuse", withdraw: "Take back", recall: "Take off everywhere", correct: "Correct",
    refuseNote: "Reason, needed to refuse", note: "Reason", own: "A colleague decides about your words.",
    states: { waiting: "waits for a colleague", approved: "out", refused: "refused", withdrawn: "taken back", corrected: "corrected since", recalled: "taken off" } as Record<string, string>,
    standing: { waiting: "not sent", queued: "on its way", sent: "posted", delivered: "posted", read: "posted", failed: "failed", unknown: "not known", reworded: "corrected", recalled: "taken off", cannot: "cannot be changed there" } as Record<string, string>,
    lookThere: "The answer was lost. Look whether it stands there.", stands: "It is there", again: "It is not there: send again", stuck: "not there yet",
    times: "Times are UTC.",
  },
  zh: {
    line: "写一次，由同事确认，再发到帮助中心和所选的地方，按各平台的长度。",
    fresh: "写一条", none: "还没有对外公告。", loading: "正在读取", unread: "无法显示公告。", close: "关闭",
    where: "发到哪里", product: "帮助中心", language: "语言", chat: "群组或频道编号", tongues: { zh: "中文", en: "英文" },
    byNumber: (name: string) => `${name}，填编号`,
    noSpots: "没有可以发公告的账号。可用的有 Telegram、Discord、Facebook 主页和 X。",
    preview: "显示效果", look: "预览", cut: "放不下全部，其余内容在帮助中心。", ask: "请同事确认", busy: "正在提交",
    asked: "等待同事确认", correcting: (title: string) => `更正“${title}”，各处一并更改`,
    by: "作者", decided: "处理人", approve: "发布", refuse: "不发布", withdraw: "收回", recall: "全部撤下", correct: "更正",
    refuseNote: "理由，不发布时必填", note: "理由", own: "自己写的内容由同事决定。",
    states: { waiting: "等同事确认", approved: "已发布", refused: "未发布", withdrawn: "已收回", corrected: "后来更正过", recalled: "已撤下" } as Record<string, string>,
    standing: { waiting: "未发", queued: "发送中", sent: "已发", delivered: "已发", read: "已发", failed: "失败", unknown: "结果不明", reworded: "已更正", recalled: "已撤下", cannot: "那里不能更改" } as Record<string, string>,
    lookThere: "没有收到平台的结果，请去看看是否已发出。", stands: "已经发出", again: "没有发出，重新发送", stuck: "还没有发布",
    times: "时间为 UTC。",
  },
});
