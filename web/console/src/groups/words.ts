/** The words of groups. */
import { wordsOf } from "@/kit/words";

type Table = Record<string, string>;

export const words = wordsOf({
  en: {
    title: "Groups", unread: "The groups could not be read.", again: "Try again", loading: "Reading", close: "Close", cancel: "Cancel", save: "Save", saving: "Saving", saved: "Saved.", back: "All groups",
    none: "Our bots are in no group.", noneLine: "Add a connected bot to a group of ours and make it an administrator there; it appears here and only watches at first.",
    modes: { watch: "Watches", act: "Acts" } as Table, modeLines: { watch: "Notes what it would do. Nothing is removed.", act: "Removes, warns, mutes and bans by the rules below." } as Table, mode: "What it does", gone: "Our bot is no longer there",
    days: "In 30 days", noted: (n: number) => `${n} noted`, removed: (n: number) => `${n} removed`, restricted: (n: number) => `${n} muted or banned`, undone: (n: number) => `${n} taken back`,
    settings: "How it is kept", rules: "Rules", rule: "Rule",
    ruleNames: { impostor: "Impostor", secret: "Secret", link: "Fake address", wallet: "Asks for coins", giveaway: "Promises coins", bait: "Lures away", mentions: "Calls many", flood: "Repeats", personal: "Personal data" } as Table,
    ruleLines: {
      impostor: "A name that passes for ours.", secret: "A seed phrase, key or code: removed to protect its owner, no strike.", link: "An address that imitates ours.", wallet: "Coins are asked for.", giveaway: "Coins are promised.",
      bait: "An invitation to somewhere private.", mentions: "Many people called at once.", flood: "The same words again and again.",
    } as Table,
    strikesOf: (n: number) => (n === 0 ? "no strike" : n === 1 ? "1 strike" : `${n} strikes`), stands: { on: "On", held: "Only notes", off: "Off" } as Table,
    muteAt: "Muted from strike", banAt: "Banned from strike", muteHours: "Muted for, hours", budget: "Takes back at most, %", budgetHint: "When more of a rule's deeds are taken back in 30 days, it only notes until somebody switches it on again.", language: "Language of our sentences", languages: { auto: "of who wrote", zh: "Chinese", en: "English" } as Table, answers: "Answers questions from published articles when asked",
    wrong: { strikes: "Strikes are whole numbers from 1 to 20.", order: "A ban cannot come before a mute.", hours: "Hours are whole numbers from 1 to 720.", budget: "Write a whole number from 0 to 50." } as Table, nothingNew: "Nothing is changed.",
    deeds: "What was done", all: "All", dids: { noted: "Noted", removed: "Removed", warned: "Warned", muted: "Muted", banished: "Banned" } as Table, noDeeds: "Nothing like that in the last 90 days.", saw: (words: string) => `saw: ${words}`, until: (at: string) => `until ${at}`, strikes: (n: number) => (n === 1 ? "1 strike" : `${n} strikes`), refused: (said: string) => `The platform refused: ${said}`, nameOnly: "The name itself", more: "Earlier",
    sawNames: { seed_phrase: "a seed phrase", private_key: "a private key", api_secret: "an API secret", password: "a password", one_time_code: "a one-time code", card_number: "a card number", identity_number: "an identity number" } as Table,
    undo: "Take back", undoTitle: "Take it back", undoLine: "The strike counts no more.", readmit: "They may come back and write.", restore: "Put the words back into the group, under our name", noRestore: "These words never go back into a group.", why: "Reason", takenBack: (who: string) => `Taken back by ${who}`, done: "It is taken back.", masked: "Masked",
  },
  zh: {
    title: "群组", unread: "无法读取群组。", again: "重试", loading: "正在读取", close: "关闭", cancel: "取消", save: "保存", saving: "正在保存", saved: "已保存。", back: "全部群组",
    none: "我们的机器人不在任何群里。", noneLine: "把已连接的机器人加入自己的群并设为管理员，它就会出现在这里，起初只观察。",
    modes: { watch: "只观察", act: "会处理" } as Table, modeLines: { watch: "只记录它会怎么做，不移除任何内容。", act: "按下面的规则移除、警告、禁言和封禁。" } as Table, mode: "处理方式", gone: "我们的机器人已不在群里",
    days: "30 天内", noted: (n: number) => `记录 ${n}`, removed: (n: number) => `移除 ${n}`, restricted: (n: number) => `禁言或封禁 ${n}`, undone: (n: number) => `撤回 ${n}`,
    settings: "管理方式", rules: "规则", rule: "规则",
    ruleNames: { impostor: "冒充官方", secret: "泄露密钥", link: "仿冒网址", wallet: "索要币", giveaway: "许诺送币", bait: "引诱私聊", mentions: "大量点名", flood: "重复刷屏", personal: "个人信息" } as Table,
    ruleLines: {
      impostor: "名字冒充我们的人。", secret: "助记词、私钥或验证码：为保护本人而移除，不计违规。", link: "网址仿冒我们。", wallet: "索要加密货币。", giveaway: "许诺赠送加密货币。",
      bait: "邀请到私下的地方。", mentions: "一次点名很多人。", flood: "反复发送相同内容。",
    } as Table,
    strikesOf: (n: number) => (n === 0 ? "不计违规" : `违规 ${n} 次`), stands: { on: "开启", held: "只记录", off: "关闭" } as Table,
    muteAt: "禁言起点（次）", banAt: "封禁起点（次）", muteHours: "禁言时长（小时）", budget: "撤回上限（%）", budgetHint: "30 天内某条规则被撤回的比例超过此值，就改为只记录，直到有人重新开启。", language: "回复语言", languages: { auto: "跟随发言者", zh: "中文", en: "英文" } as Table, answers: "被提问时按已发布的文章回答",
    wrong: { strikes: "违规次数须为 1 到 20 的整数。", order: "封禁不能早于禁言。", hours: "小时数须为 1 到 720 的整数。", budget: "请填写 0 到 50 的整数。" } as Table, nothingNew: "没有改动。",
    deeds: "处理记录", all: "全部", dids: { noted: "已记录", removed: "已移除", warned: "已警告", muted: "已禁言", banished: "已封禁" } as Table, noDeeds: "最近 90 天没有这类记录。", saw: (words: string) => `发现：${words}`, until: (at: string) => `至 ${at}`, strikes: (n: number) => `违规 ${n} 次`, refused: (said: string) => `平台拒绝：${said}`, nameOnly: "名字本身", more: "更早的",
    sawNames: { seed_phrase: "助记词", private_key: "私钥", api_secret: "API 密钥", password: "密码", one_time_code: "一次性验证码", card_number: "卡号", identity_number: "证件号" } as Table,
    undo: "撤回", undoTitle: "撤回处理", undoLine: "此次违规不再计入。", readmit: "对方可以重新加入并发言。", restore: "以我们的名义把原文放回群里", noRestore: "这类内容不会再放回群里。", why: "原因", takenBack: (who: string) => `${who} 已撤回`, done: "已撤回。", masked: "已遮盖",
  },
});
