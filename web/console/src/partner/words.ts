/** The words of keys and webhooks. */
import { wordsOf } from "@/kit/words";

type Table = Record<string, string>;

export const words = wordsOf({
  en: {
    setting: "Partner API and webhooks", loading: "Loading…", unread: "This could not be read.", again: "Try again", cancel: "Cancel", save: "Save", saved: "Saved.", make: "Make", older: "Show older", every: "All", system: "Farol", copy: "Copy", copied: "Copied.", done: "Done", doneUncopied: "Close without copying",
    intro: "For the exchange's own systems: tickets and messages over HTTP, and being told when something happens.", openapi: "Its description (OpenAPI 3.1)", guide: "Guide in the repository:",
    keys: "API keys", newKey: "New key", keyName: "What it is for", keyExample: "Risk engine, production", scope: "May", scopes: { read: "Read", write: "Read and write" } as Table, scopeLines: { read: "tickets and what was said in public", write: "also open tickets, bring customers' words and files" } as Table, nameFirst: "Give it a name first", noKeys: "No system has a key.",
    madeBy: (name: string, at: string) => `made by ${name}, ${at}`, usedAt: (at: string) => `last used ${at}`, neverUsed: "never used", revoke: "Revoke", revokeLine: "Whatever uses it stops working at once. This cannot be undone.", revokeSure: "Revoke it", revoked: (name: string) => `${name} is revoked.`, goneKeys: (n: number) => (n === 1 ? "1 revoked key" : `${n} revoked keys`), revokedAt: (at: string) => `revoked ${at}`,
    secret: "Secret", once: "It is shown once and kept nowhere. Copy it now.", keyMade: (name: string) => `Key for ${name}`, keyLine: "Send it as Authorization: Bearer, over https only. Never put it into an app or a page.",
    hooks: "Webhooks", hooksLine: "Each is told with a signature (Standard Webhooks) and tried for 72 h until it answers with 2xx.", newHook: "New endpoint", hookName: "Name", url: "Address", urlFirst: "Give an address that begins with https://", kindFirst: "Choose what it is told of", told: "Is told of", noHooks: "Nobody is told of anything.",
    kinds: { "ticket.opened": "A ticket was opened", "ticket.changed": "Its state, owner, reason or severity changed", "ticket.merged": "It was merged into another", "ticket.unmerged": "That was undone", "message.posted": "Something was said in public" } as Table,
    health: { well: "arrives", trouble: "does not answer", paused: "paused", disabled: "switched off" } as Table, healthLines: { trouble: "Nothing reaches it. What happens waits and is tried again for 72 h.", paused: "What happens meanwhile waits, each for 72 h.", disabled: "Farol switched it off after 72 h without an answer. What happened since then is not kept for it. Mend it, then resume." } as Table,
    waiting: (n: number) => `${n} waiting`, delivered: (n: number) => `${n} delivered in 24 h`, failed: (n: number) => `${n} failed in 24 h`, troubleFor: (time: string) => `nothing arrives for ${time}`, troubleSince: (at: string) => `Nothing arrived since ${at}.`, twoSecrets: "two secrets sign",
    nowWaiting: "Waiting", dayDelivered: "Delivered, 24 h", dayFailed: "Failed, 24 h", madeHead: "Made", oldUntil: (at: string) => `The secret before signs as well until ${at}.`, hookMade: (name: string) => `Secret of ${name}`, hookLine: "Check every request with it before you believe it.", noHook: "This endpoint was removed.",
    test: "Test", tested: "Sent. Its answer stands below.", pause: "Pause", pausedIt: "Paused.", resume: "Resume", resumedIt: "It is told again.", edit: "Edit", rotate: "New secret", rotateLine: "The one before signs as well for 24 h.", rotateSure: "Make a new secret", rotated: "New secret", rotatedLine: "Put it beside the old one at the receiver; the old one ends after 24 h.",
    remove: "Remove", removeLine: (n: number) => `Nothing goes there any more${n ? `; ${n} that wait are given up` : ""}. This cannot be undone.`, removeSure: "Remove it", removed: "Removed.",
    deliveries: "What it was told", outcome: "Outcome", outcomes: { waiting: "Waiting", delivered: "Delivered", failed: "Failed", dropped: "Given up" } as Table, noDeliveries: "Nothing yet. Test it.", noAnswer: "no answer", underWay: "on its way", tries: (n: number) => (n === 1 ? "1 try" : `${n} tries`), nextTry: "Next try", replayOf: "Sent again, of", triesHead: "Tries", notTried: "Not tried yet.", took: (ms: number) => `${ms} ms`, body: "Body",
    replaySince: "Send again since", sinceUtc: "Since (UTC)", replayLine: "All that failed or was given up since then goes out once more, under new ids.", replay: "Send again", replayOne: "Send this again", replayed: (n: number) => (n === 1 ? "1 goes out once more." : `${n} go out once more.`),
  },
  zh: {
    setting: "开放接口与回调", loading: "正在读取…", unread: "没能读到。", again: "再试一次", cancel: "取消", save: "保存", saved: "已保存。", make: "创建", older: "更早的", every: "全部", system: "Farol", copy: "复制", copied: "已复制。", done: "完成", doneUncopied: "不复制，直接关闭",
    intro: "供交易所自己的系统使用：通过 HTTP 读写工单和消息，并在有事发生时收到通知。", openapi: "接口描述（OpenAPI 3.1）", guide: "仓库里的指南：",
    keys: "接口密钥", newKey: "新密钥", keyName: "用途", keyExample: "风控系统，生产环境", scope: "权限", scopes: { read: "只读", write: "读写" }, scopeLines: { read: "工单和公开的消息", write: "还可以建工单、带入客户的话和文件" }, nameFirst: "先写名称", noKeys: "还没有系统持有密钥。",
    madeBy: (name: string, at: string) => `${name} 创建于 ${at}`, usedAt: (at: string) => `上次使用 ${at}`, neverUsed: "没用过", revoke: "停用", revokeLine: "使用它的系统会立即失效，不能撤销。", revokeSure: "确认停用", revoked: (name: string) => `“${name}”已停用。`, goneKeys: (n: number) => `${n} 个已停用的密钥`, revokedAt: (at: string) => `${at} 停用`,
    secret: "密钥", once: "只显示这一次，不会保存。请现在复制。", keyMade: (name: string) => `“${name}”的密钥`, keyLine: "以 Authorization: Bearer 发送，只走 https。不要放进应用或网页。",
    hooks: "回调", hooksLine: "每次通知都带签名（Standard Webhooks），没有收到 2xx 会在 72 小时内重试。", newHook: "新回调地址", hookName: "名称", url: "地址", urlFirst: "地址要以 https:// 开头", kindFirst: "请选择通知哪些事", told: "通知内容", noHooks: "还没有回调地址。",
    kinds: { "ticket.opened": "新建工单", "ticket.changed": "状态、负责人、原因或级别变化", "ticket.merged": "合并到另一张", "ticket.unmerged": "撤销合并", "message.posted": "有公开消息" },
    health: { well: "正常", trouble: "没有应答", paused: "已暂停", disabled: "已停用" }, healthLines: { trouble: "发不过去。期间的通知会等待，并在 72 小时内重试。", paused: "期间的通知会等待，每条最多 72 小时。", disabled: "72 小时没有应答，Farol 已停用它，之后发生的事不会为它保留。修好后请恢复。" },
    waiting: (n: number) => `等待 ${n}`, delivered: (n: number) => `24 小时送达 ${n}`, failed: (n: number) => `24 小时失败 ${n}`, troubleFor: (time: string) => `已 ${time}没有送达`, troubleSince: (at: string) => `从 ${at} 起没有送达。`, twoSecrets: "两个密钥同时签名",
    nowWaiting: "等待", dayDelivered: "送达（24 小时）", dayFailed: "失败（24 小时）", madeHead: "创建", oldUntil: (at: string) => `旧密钥同时签名到 ${at}。`, hookMade: (name: string) => `“${name}”的密钥`, hookLine: "相信请求之前，先用它验证签名。", noHook: "这个回调已被删除。",
    test: "测试", tested: "已发出，应答见下方。", pause: "暂停", pausedIt: "已暂停。", resume: "恢复", resumedIt: "已恢复通知。", edit: "修改", rotate: "换密钥", rotateLine: "旧密钥还会同时签名 24 小时。", rotateSure: "生成新密钥", rotated: "新密钥", rotatedLine: "请在接收方与旧密钥并存，旧的 24 小时后失效。",
    remove: "删除", removeLine: (n: number) => `不再发往那里${n ? `，等待中的 ${n} 条会放弃` : ""}。不能撤销。`, removeSure: "确认删除", removed: "已删除。",
    deliveries: "通知记录", outcome: "结果", outcomes: { waiting: "等待", delivered: "送达", failed: "失败", dropped: "放弃" }, noDeliveries: "还没有记录，可以先测试。", noAnswer: "没有应答", underWay: "正在发送", tries: (n: number) => `试了 ${n} 次`, nextTry: "下次重试", replayOf: "重发自", triesHead: "每次尝试", notTried: "还没有尝试。", took: (ms: number) => `${ms} 毫秒`, body: "正文",
    replaySince: "从某时起重发", sinceUtc: "从（UTC）", replayLine: "从那时起失败或放弃的都会以新编号再发一次。", replay: "重发", replayOne: "重发这一条", replayed: (n: number) => `${n} 条正在重发。`,
  },
});
