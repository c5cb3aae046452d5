/** The words of the settings for ways to reach us. */
import { wordsOf } from "@/kit/words";
import type { Key } from "./api";

export const words = wordsOf({
  en: {
    title: "Ways to reach us", find: "channels right door chat form mail community region level hours open closed",
    line: "Which ways are open, for whom and when. The page “The right way for you” shows the others as closed and says why. A change counts at once and is kept with your name.",
    reading: "Reading", unread: (why: string) => `The ways cannot be read now. ${why}`, notSaved: (why: string) => `Not saved: ${why}`, retry: "Try again",
    names: { emergency: "Account stolen, money leaving", chat: "Live chat", form: "Ticket form", mail: "E-mail", community: "Community" } as Record<Key, string>,
    always: "Open for everybody, day and night. It cannot be closed.",
    closed: "Closed", everybody: "everybody", dayAndNight: "day and night", openFor: (regions: string, tiers: string, hours: string) => `${regions} · ${tiers} · ${hours}`,
    everywhere: "everywhere", everyLevel: "every level",
    edit: (name: string) => `Edit: ${name}`, isOpen: "Open", regions: "Regions", addRegion: "Add a region", anyRegion: "Everywhere", regionsLine: "By the time zone of the customer's account. Strangers are shown only what is open everywhere.",
    areas: { "Africa/": "Africa", "America/": "America", "Asia/": "Asia", "Atlantic/": "Atlantic", "Australia/": "Australia", "Europe/": "Europe", "Indian/": "Indian Ocean", "Pacific/": "Pacific" } as Record<string, string>,
    oneZone: "Or one zone", oneZoneHint: "Europe/Berlin", addZone: "Add the zone", badZone: "There is no such time zone.",
    tiers: "Levels", addTier: "Add a level", anyTier: "Every level", tierHint: "VIP also means VIP 3", take: (name: string) => `Take away ${name}`,
    hours: "Hours", hoursLine: "Calendars of the service levels. Outside their hours the page says when it opens again.", calendars: "Calendars",
    awayZh: "What the others read, in Chinese", awayEn: "What the others read, in English", awayLine: "Left empty: “Not open for your region or level now.”",
    tooMany: "At most 50.", save: "Save", saving: "Saving", cancel: "Cancel", close: "Close", saved: (name: string) => `${name} saved`, nothing: "Nothing was changed.",
    tester: "Who comes in now?", zone: "Time zone", tier: "Level", testerLine: "Region and level only; whether the hour fits is told beside each way.", yes: "open", no: "not open",
    history: "Last changes", system: "the system", none: "Nothing was changed yet: every way is open for everybody.",
  },
  zh: {
    title: "联系渠道", find: "渠道 聊天 表单 邮件 社区 地区 等级 开放时间 关闭",
    line: "哪些渠道开放、对谁开放、什么时候开放。客户的“该找哪个渠道”页面会把其余的标为不开放并说明原因。改动立即生效，并记下您的名字。",
    reading: "正在读取", unread: (why: string) => `现在读不到渠道。${why}`, notSaved: (why: string) => `没有保存：${why}`, retry: "再试一次",
    names: { emergency: "账户被盗、正在被转走", chat: "在线聊天", form: "工单表单", mail: "邮件", community: "社区" } as Record<Key, string>,
    always: "对所有人全天开放，不能关闭。",
    closed: "关闭", everybody: "所有人", dayAndNight: "全天", openFor: (regions: string, tiers: string, hours: string) => `${regions} · ${tiers} · ${hours}`,
    everywhere: "所有地区", everyLevel: "所有等级",
    edit: (name: string) => `编辑：${name}`, isOpen: "开放", regions: "地区", addRegion: "加一个地区", anyRegion: "所有地区", regionsLine: "按客户账户的时区判断。没有登录的人只看到对所有地区开放的渠道。",
    areas: { "Africa/": "非洲", "America/": "美洲", "Asia/": "亚洲", "Atlantic/": "大西洋", "Australia/": "澳大利亚", "Europe/": "欧洲", "Indian/": "印度洋", "Pacific/": "太平洋" } as Record<string, string>,
    oneZone: "或某个时区", oneZoneHint: "Europe/Berlin", addZone: "加这个时区", badZone: "没有这个时区。",
    tiers: "等级", addTier: "加一个等级", anyTier: "所有等级", tierHint: "写 VIP 也包括 VIP 3", take: (name: string) => `去掉 ${name}`,
    hours: "时间", hoursLine: "用服务时限的日历。不在开放时间时，页面会说几点再开。", calendars: "日历",
    awayZh: "其他人看到的话（中文）", awayEn: "其他人看到的话（英文）", awayLine: "不填则显示：“暂不对您所在的地区或等级开放。”",
    tooMany: "最多 50 个。", save: "保存", saving: "正在保存", cancel: "取消", close: "关闭", saved: (name: string) => `已保存：${name}`, nothing: "没有改动。",
    tester: "现在谁进得来？", zone: "时区", tier: "等级", testerLine: "只看地区和等级；开放时间写在各渠道旁。", yes: "开放", no: "不开放",
    history: "最近的改动", system: "系统", none: "还没有改过：所有渠道对所有人开放。",
  },
});
