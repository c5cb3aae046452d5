/** The words of the phone desk. */
import { wordsOf } from "@/kit/words";

type Table = Record<string, string>;

export const words = wordsOf({
  en: {
    tabs: { "": "Now", log: "Calls", lines: "Numbers" } as Table, again: "Try again", unread: "The phone desk could not be read.", loading: "Reading", close: "Close", cancel: "Cancel",
    waiting: "Waiting", live: "In a call", nobody: "Nobody is waiting on the phone.", nobodyLine: (ready: number, free: number) => `${ready} on the phones, ${free} free.`, noneOn: "Nobody is on the phones: callers hear the hours, and may leave words or ask to be called.",
    next: (usually: string, slowest: string) => `The next caller hears: usually ${usually}, slowest about ${slowest}.`, minutes: (n: number) => (n < 1 ? "under a minute" : `${n} min`), noLive: "No calls just now.",
    place: (n: number) => (n === 0 ? "next" : `${n} ahead`), lanes: { emergency: "Account stolen", ticket: "About a ticket", new: "New question", person: "A person", callback: "Call back" } as Table,
    notBefore: (at: string) => `not before ${at}`, states: { menu: "in the menu", waiting: "waits", ringing: "a colleague's phone rings", bringing: "being connected", talking: "in a call", held: "on hold", voicemail: "speaks onto the voicemail", ended: "over" } as Table,
    mineStates: { ringing: "Your phone rings. Answer it there.", bringing: "The customer is being connected.", talking: "In a call", held: "On hold: the customer hears music" } as Table,
    proven: "Proven by code", hint: "Number on record, proves nothing", unproven: "Not proven", recorded: "Recorded, with consent", notRecorded: "Not recorded", with: (who: string) => `with ${who}`, incoming: "Incoming", outgoing: "We called",
    answer: "Answer", answerCall: "Call now", giveBack: "Not now", hold: "Hold", resume: "Take off hold", transfer: "Transfer", transferTo: "To a colleague", free: "free", taken: "busy", nobodyFree: "No other colleague is on shift with a phone of their own.", findColleague: "Name", end: "End", note: "Note", notePlace: "Internal note for the ticket; the customer never sees it", addNote: "Add note", noted: "The note is in the ticket.", open: "Open the ticket",
    readOut: "Read this out if the caller doubts you", readOutLine: "The same digits stand in the customer's app while you speak.", typeIn: "Code that the caller reads out", typeLine: "From their app, six digits. It proves whose account it is; the number never does.", uid: "UID, if no ticket is known", check: "Check", provenNow: "Proven. The call goes on in the customer's own ticket.", sixDigits: "Six digits.",
    own: "Your phone", ownLine: "Calls ring on your own phone. Nobody sees its number.", ownNone: "Without it you cannot answer.", number: "Number with country code", save: "Call me with a code", code: "Code that was read out", verify: "Confirm", ownVerified: (number: string) => `Calls ring on ${number}.`, ownUnverified: (number: string) => `${number} is being called. Type the six digits that are read out.`, change: "Change", removeOwn: "Remove", ownRemoved: "Your phone does not ring any more.", ownSaved: "Your phone is confirmed.",
    offered: (number: string, lane: string) => `A call for you: ${number}, ${lane}`, goTo: "Go to the call", yours: "You are in a call",
    barWaits: "The customer waits on the phone", barLive: (who: string) => `${who} is on the phone with the customer`, barRings: "A colleague's phone rings for this customer", barMine: "You are on the phone with the customer", barBack: "The customer is to be called back",
    calls: "Phone calls", outcomes: { talked: "answered", voicemail: "voicemail", callback: "wants a call back", abandoned: "left the line", missed: "hung up before the line", refused: "refused", unreached: "not reached", alarm: "raised an alarm" } as Table,
    none: "No calls fit.", line: "Number of ours", allLines: "All", caller: "Caller's number", find: "Find", more: "Earlier calls", at: "When", who: "Caller", outcome: "Outcome", length: "Length", ticket: "Ticket", colleague: "Colleague", details: "Details",
    legs: "Colleagues in it", purposes: { answer: "answered", transfer: "took it over" } as Table, recordings: "Recordings", kinds: { talk: "Call", voicemail: "Voicemail" } as Table,
    recStates: { waiting: "The recording is being fetched.", absent: "The provider has no recording.", failed: "The recording could not be fetched." } as Table, hash: "SHA-256", gone: "deleted at the provider", still: "still at the provider", noRecordings: "No recording.",
    linesNone: "No number is connected.", linesNoneLine: "Administrators connect numbers under Channels.", openNow: "open", closedUntil: (at: string) => `closed until ${at}`, closed: "closed", languages: "Languages", whom: "For", everybody: "everybody", hours: "Hours", always: "day and night", state: "State", connection: "Connection",
    lineStates: { active: "on", paused: "paused", broken: "switched off" } as Table,
  },
  zh: {
    tabs: { "": "现在", log: "通话记录", lines: "号码" } as Table, again: "重试", unread: "无法读取电话台。", loading: "正在读取", close: "关闭", cancel: "取消",
    waiting: "等待中", live: "通话中", nobody: "没有人在电话里等待。", nobodyLine: (ready: number, free: number) => `${ready} 人接听电话，${free} 人空闲。`, noneOn: "没有人接听电话：来电者会听到服务时间，可以留言或预约回电。",
    next: (usually: string, slowest: string) => `下一位来电者会听到：通常 ${usually}，最慢约 ${slowest}。`, minutes: (n: number) => (n < 1 ? "不到 1 分钟" : `${n} 分钟`), noLive: "目前没有通话。",
    place: (n: number) => (n === 0 ? "下一位" : `前面 ${n} 人`), lanes: { emergency: "账户被盗", ticket: "咨询工单", new: "新问题", person: "找人工", callback: "回电" } as Table,
    notBefore: (at: string) => `${at} 之后`, states: { menu: "在语音菜单", waiting: "等待", ringing: "正在呼叫同事", bringing: "正在接通", talking: "通话中", held: "保持中", voicemail: "正在留言", ended: "已结束" } as Table,
    mineStates: { ringing: "您的电话正在响铃，请接听。", bringing: "正在接通客户。", talking: "通话中", held: "保持中：客户听到音乐" } as Table,
    proven: "已用验证码证实", hint: "号码有记录，不能证明身份", unproven: "身份未证实", recorded: "录音中，客户已同意", notRecorded: "未录音", with: (who: string) => `${who} 接听`, incoming: "来电", outgoing: "我们拨出",
    answer: "接听", answerCall: "现在拨打", giveBack: "暂不接听", hold: "保持", resume: "恢复通话", transfer: "转接", transferTo: "转给同事", free: "空闲", taken: "忙碌", nobodyFree: "现在没有其他在值班、能接电话的同事。", findColleague: "姓名", end: "挂断", note: "备注", notePlace: "写入工单的内部备注，客户看不到", addNote: "添加备注", noted: "备注已写入工单。", open: "打开工单",
    readOut: "来电者有疑虑时，请念出", readOutLine: "通话期间，客户的应用里显示同样的数字。", typeIn: "来电者念出的验证码", typeLine: "来自客户的应用，六位数字。它能证明账户归属，电话号码不能。", uid: "没有工单时填写 UID", check: "核对", provenNow: "已证实，通话转入客户自己的工单。", sixDigits: "请填写六位数字。",
    own: "您的电话", ownLine: "来电会打到您自己的电话，号码不会被任何人看到。", ownNone: "没有设置则无法接听。", number: "含国家代码的号码", save: "致电播报验证码", code: "电话里播报的验证码", verify: "确认", ownVerified: (number: string) => `来电会打到 ${number}。`, ownUnverified: (number: string) => `正在拨打 ${number}，请输入播报的六位数字。`, change: "更换", removeOwn: "移除", ownRemoved: "您的电话不再响铃。", ownSaved: "您的电话已确认。",
    offered: (number: string, lane: string) => `有来电：${number}，${lane}`, goTo: "回到通话", yours: "您正在通话",
    barWaits: "客户正在电话里等待", barLive: (who: string) => `${who} 正在与客户通电话`, barRings: "正在为该客户呼叫同事", barMine: "您正在与客户通电话", barBack: "需要给客户回电",
    calls: "电话", outcomes: { talked: "已接听", voicemail: "语音留言", callback: "预约回电", abandoned: "等待中挂断", missed: "排队前挂断", refused: "已拒绝", unreached: "未接通", alarm: "已报警" } as Table,
    none: "没有符合的通话。", line: "我们的号码", allLines: "全部", caller: "来电号码", find: "查找", more: "更早的通话", at: "时间", who: "来电者", outcome: "结果", length: "时长", ticket: "工单", colleague: "同事", details: "详情",
    legs: "参与的同事", purposes: { answer: "接听", transfer: "接手" } as Table, recordings: "录音", kinds: { talk: "通话", voicemail: "留言" } as Table,
    recStates: { waiting: "正在取回录音。", absent: "服务商没有这段录音。", failed: "未能取回录音。" } as Table, hash: "SHA-256", gone: "服务商处已删除", still: "服务商处仍保留", noRecordings: "没有录音。",
    linesNone: "尚未连接号码。", linesNoneLine: "管理员可在“渠道”中连接号码。", openNow: "服务中", closedUntil: (at: string) => `${at} 开始服务`, closed: "未服务", languages: "语言", whom: "适用", everybody: "所有人", hours: "服务时间", always: "全天", state: "状态", connection: "连接",
    lineStates: { active: "开启", paused: "已暂停", broken: "已断开" } as Table,
  },
});
