/** Every word of the widget: Chinese, then English; other languages stand in `words/`. `{name}` is filled in. */
import type { Lang, Written } from "./model/types";

/** The closed pill and the loader. */
export const PILL = {
  support: ["客服", "Support"],
  say: ["写下问题，马上有工单号", "Get a ticket number at once"],
  offline: ["网络断开", "You are offline"],
  kept: ["已写的内容都在", "What you wrote is kept"],
  unsent: ["{n} 条还没发出", "{n} not sent yet"],
  unsent_line: ["连上会自动发出", "Sent by itself when you are back"],
  unread: ["{n} 条新回复", "New replies: {n}"],
  open: ["{number} 等客服回复", "{number} waiting for our reply"],
  answered: ["{number} 已回复", "{number} answered"],
  pending: ["{number} 等您回复", "{number} waiting for you"],
  loading: ["正在打开", "Opening"],
  place: ["前面 {n} 人，通常 {a}内", "{n} ahead, usually under {a}"],
  next: ["下一个就是您", "You are next"],
  nobody: ["客服不在线，回复会发邮件", "Nobody on shift. We mail you"],
  broken: ["没打开，点一下再试", "Did not open. Tap to try again"],
} as const;

/** The open panel; it is built with one language at a time (see build/plugin.mjs). */
export const TEXTS = {
  title_known: ["{name}，要问哪一件？", "{name}, what is it about?"],
  title_plain: ["要问什么？", "How can we help?"],
  new_talk: ["新问题", "New question"],
  close: ["关闭", "Close"],
  back: ["返回", "Back"],
  language: ["语言", "Language"],
  draft: ["初稿", "first draft"],
  draft_line: ["机器译的初稿，还没有母语者读过。", "A first draft made by a machine. No native speaker has read it yet."],
  human: ["找人工", "Talk to a person"],
  human_word: ["人工", "human"],
  sources: ["来源", "Where this comes from"],
  version: ["第 {n} 版", "version {n}"],
  translated: ["机器翻译", "machine translated"],
  step: ["第 {at} 步，共 {of} 步", "Step {at} of {of}"],
  stolen: ["账户被盗？立即冻结", "Account stolen? Freeze it now"],
  placeholder: ["问别的事，或粘贴 TXID", "Ask, or paste a TXID"],
  placeholder_first: ["写下问题，或粘贴 TXID", "Your question or TXID"],
  placeholder_more: ["补充一句", "Add a message"],
  send: ["发送", "Send"],
  attach: ["添加图片或文件", "Add a picture or a file"],
  drop: ["松开就添加", "Drop to add"],
  intro: [
    "写下来，马上有工单号。我们在这里回复，也发到您的邮箱。",
    "Write it down and you get a ticket number at once. We answer here and by e-mail.",
  ],
  help: ["先看帮助中心", "Look in the help centre"],
  your_things: ["您最近的充值和提币", "Your recent deposits and withdrawals"],
  your_tickets: ["您的工单", "Your tickets"],
  ask_about: ["问这一笔", "Ask about this one"],
  about: ["问的是这一笔", "You are asking about"],
  not_about: ["不问这一笔", "Not about this one"],
  tone_failed: ["没成功", "Failed"],
  tone_moving: ["进行中", "On its way"],
  tone_held: ["审核中", "On hold"],
  tone_done: ["已完成", "Done"],
  credited: ["可交易", "Tradable"],
  withdrawable: ["可提币", "Withdrawable"],
  about_time: ["约 {at}", "about {at}"],
  no_items: ["近期没有充值和提币", "No recent deposits or withdrawals"],
  core_down: [
    "交易所没有回应，暂时看不到您的充值和提币。照样可以写给我们。",
    "The exchange is not answering, so your deposits and withdrawals cannot be shown. You can still write to us.",
  ],
  home_down: ["没读到您的记录。", "Your records could not be read."],
  try_again: ["再试", "Try again"],
  status_open: ["等客服回复", "Waiting for our reply"],
  status_answered: ["已回复", "Answered"],
  status_pending: ["等您回复", "Waiting for you"],
  status_resolved: ["已解决", "Solved"],
  status_closed: ["已关闭", "Closed"],
  unsent: ["没发出", "Not sent"],
  new_replies: ["{n} 条新回复", "New replies: {n}"],
  you: ["您", "You"],
  ticket: ["工单", "Ticket"],
  may_close: [
    "可以关掉页面，回复会留在这里，也会发到您的邮箱",
    "You may close this page. The answer stays here and also goes to your e-mail",
  ],
  wait_place: ["前面 {n} 人，通常 {a}内，最慢约 {b}", "{n} ahead of you, usually under {a}, slowest about {b}"],
  wait_next: ["下一个就是您，通常 {a}内，最慢约 {b}", "You are next, usually under {a}, slowest about {b}"],
  wait_nobody: ["前面 {n} 人。现在没有客服在线", "{n} ahead of you. Nobody is on shift now"],
  wait_nobody_next: ["您排在最前。现在没有客服在线", "You are first in line. Nobody is on shift now"],
  wait_language: [
    "会您语言的客服现在不在线，可能先用英语回复您",
    "Nobody on shift speaks your language; the answer may be in English",
  ],
  wait_later: ["现在特别忙，这类问题 {at} 之后处理", "We are very busy: questions like this are looked at after {at}"],
  wait_busy: [
    "现在很忙，不用守着。可以关掉页面，轮到您时发邮件告诉您",
    "We are busy. No need to stay: you may close this page and we tell you by mail when it is your turn",
  ],
  call_me: ["轮到我时发邮件", "Mail me when it is my turn"],
  call_later: ["晚点再处理", "Not before"],
  called: ["记下了。您的位置保留，轮到您时发邮件，可以关掉页面", "Noted. You keep your place and get a mail when it is your turn. You may close this page"],
  called_at: ["记下了。您的位置保留，{at} 之后轮到您时发邮件", "Noted. You keep your place and get a mail after {at}, when it is your turn"],
  promise: ["我们 {at} 前再写给您，还有 {left}", "We write again by {at}, in {left}"],
  promise_broken: [
    "我们说好 {at} 前写给您，没有做到，是我们的错。工单已标为超时",
    "We said we would write by {at} and did not. That is our fault. Your ticket is marked overdue",
  ],
  solved: ["解决了", "Solved"],
  rate: ["这次服务怎么样？", "How was it?"],
  rated: ["您的评价，可以改", "Your rating. You can change it"],
  stars: ["{n} 星", "Stars: {n}"],
  rate_words: ["想补充的话（可不填）", "Anything to add (optional)"],
  since: ["{at} 起", "Since {at}"],
  next_word: ["下次说明 {at} 前", "Next word by {at}"],
  with: ["{name} 在跟进", "{name} is on it"],
  solved_ask: [
    "解决了吗？没解决点一下就重开，不用再讲一遍",
    "Is it solved? If not, one tap reopens it. Nothing to repeat",
  ],
  not_solved: ["还没解决", "Not solved"],
  not_solved_words: ["还没解决。", "It is not solved yet."],
  closed_line: [
    "这个工单已关闭。再写会开一个新工单。",
    "This ticket is closed. Writing here opens a new one.",
  ],
  never_ask: ["我们从不索要密码、验证码、助记词", "We never ask for passwords, codes or seed phrases"],
  verify: ["核验客服", "Check who is writing"],
  today: ["今天", "Today"],
  yesterday: ["昨天", "Yesterday"],
  older: ["看更早的", "Earlier messages"],
  newer: ["有新消息", "New message"],
  log: ["对话", "Conversation"],
  sending: ["发送中", "Sending"],
  sent: ["已发送", "Sent"],
  read: ["已读", "Read"],
  read_by: ["{name} 已读", "Read by {name}"],
  waiting_net: ["没发出去，内容还在。连上自动发", "Not sent, kept here. Goes by itself when you are back"],
  failed: ["没发出去，内容还在", "Not sent. Kept here"],
  send_again: ["再发一次", "Send again"],
  send_as_new: ["作为新问题发", "Send as a new question"],
  edit: ["改一改", "Edit"],
  why_closed: ["这个工单已关闭", "This ticket is closed"],
  why_gone: ["现在的身份看不到这个工单", "This ticket cannot be seen with the present sign-in"],
  why_file: ["附件没有上传成功", "An attachment did not upload"],
  why_long: ["太长了，请分几条写", "Too long. Please split it"],
  need_who: ["还差一步：留个邮箱就发出", "One step left: your e-mail, then it goes out"],
  leave_email: ["填邮箱", "Add e-mail"],
  typing: ["{name} 在写", "{name} is writing"],
  ai: ["AI 助手", "AI assistant"],
  staff: ["客服", "Support"],
  notice_secret: [
    "刚才那句里有不该给任何人的内容，我们已删掉，没有保存。请马上修改或停用。",
    "Your message held something nobody should be given. We removed it and kept nothing. Change or block it now.",
  ],
  notice_seed: [
    "刚才那句里有助记词，我们已删掉，没有保存。请马上把币转到新钱包。",
    "Your message held a seed phrase. We removed it and kept nothing. Move your coins to a new wallet now.",
  ],
  notice_key: [
    "刚才那句里有私钥，我们已删掉，没有保存。请马上把币转到新钱包。",
    "Your message held a private key. We removed it and kept nothing. Move your coins to a new wallet now.",
  ],
  who_title: ["答复发到哪里？", "Where do we answer?"],
  who_why: [
    "我们在这里回复您，也发到这个邮箱，所以可以关掉页面。",
    "We answer here and by e-mail, so you may close this page.",
  ],
  email: ["邮箱", "E-mail"],
  email_bad: [
    "这个邮箱不完整，例如 name@example.com",
    "This e-mail is not complete, for example name@example.com",
  ],
  name: ["怎么称呼您（可不填）", "Your name (optional)"],
  who_send: ["发送", "Send"],
  who_refused: ["没有通过：{why}", "Not accepted: {why}"],
  your_words: ["您写的", "Your message"],
  offline: [
    "{at} 断开。写的都在，连上自动发",
    "Offline since {at}. Your words are kept and sent when we are back",
  ],
  catching: ["正在取回错过的消息", "Fetching what you missed"],
  file_big: ["{name} 超过 20 MB", "{name} is larger than 20 MB"],
  file_empty: ["{name} 是空文件", "{name} is empty"],
  file_many: ["一条消息最多 10 个文件", "At most 10 files in one message"],
  file_refused: ["不能收这种文件：{why}", "This file cannot be taken: {why}"],
  file_failed: ["{name} 没传上去", "{name} did not upload"],
  file_remove: ["去掉 {name}", "Remove {name}"],
  file_checking: ["正在检查", "Being checked"],
  file_unsafe: ["没通过安全检查，已拒收", "Refused by the safety check"],
  file_get: ["下载 {name}", "Download {name}"],
  file_lost: ["没取到文件，请再试", "The file could not be fetched. Try again"],
  picture: ["图片 {name}", "Picture {name}"],
  letters: ["还可写 {n} 字", "{n} characters left"],
  too_fast: ["太快了，稍等再发", "Too fast. Wait a moment and send again"],
  generic: ["没有成功，请再试", "That did not work. Try again"],
} as const;

export type Key = keyof typeof TEXTS;
export type Fill = Record<string, string | number>;

/** The words of the closed pill and of the loader in one language. */
export type PillTable = Record<keyof typeof PILL, string>;

/** The panel's words in one language. */
export type Table = Record<Key, string>;

/** A text with its places filled in. */
export function filled(text: string, fill: Fill = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, key: string) => String(fill[key] ?? ""));
}

/** The widget's language nearest to a language tag; English for one it does not speak. */
export function asLang(text: string | null | undefined): Lang {
  const tag = text ?? "";
  if (/^zh.*(hant|tw|hk|mo)/i.test(tag)) return "zh-Hant";
  return (/^(zh|ru|es|vi|tr|ko|ja|pt|ar)\b/i.exec(tag)?.[0].toLowerCase() ?? "en") as Lang;
}

/** What is read where only Chinese and English are written. */
export const written = (lang: Lang): Written => (lang.startsWith("zh") ? "zh" : "en");
