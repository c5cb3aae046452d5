// A small desk to develop against: the cast, a dozen tickets, what the exchange would say about them.
const NOW = Date.now();
export const ago = (s) => new Date(NOW - s * 1000).toISOString();
export const ahead = (s) => new Date(NOW + s * 1000).toISOString();

export const STAFF = [
  { id: 1, name: "Ana", role: "agent" },
  { id: 2, name: "Tim", role: "trainee" },
  { id: 3, name: "Sol", role: "lead" },
  { id: 4, name: "Vera", role: "compliance" },
];

export const REASONS = [
  { code: "dep.unconfirmed", zh: "充币未到账:确认数不足", en: "Deposit pending confirmations", severity: "P3" },
  { code: "dep.missing_memo", zh: "漏填/填错 Memo、Tag", en: "Missing or wrong memo / tag", severity: "P2" },
  { code: "wd.review", zh: "提币审核中", en: "Withdrawal in review", severity: "P2" },
  { code: "wd.failed", zh: "提币失败", en: "Withdrawal failed", severity: "P3" },
  { code: "kyc.rejected", zh: "认证被拒", en: "KYC rejected", severity: "P3" },
  { code: "sec.account_stolen", zh: "账户被盗/非本人操作", en: "Account takeover, unauthorised activity", severity: "P0" },
  { code: "p2p.paid_not_released", zh: "C2C已付款对方不放币", en: "P2P paid, seller does not release", severity: "P1" },
  { code: "acc.statement", zh: "对账单", en: "Statement of account", severity: "P4" },
];

export const TXID = "0x9f3c1b7a52d04e8896aa01c7be47d3f0925e6c1188f2b7d3a4c55e0918bde71a";

let uuid = 0;
export const id = () => `00000000-0000-4000-8000-${String((uuid += 1)).padStart(12, "0")}`;

const CUSTOMERS = {
  rosa: { id: 11, name: "Rosa M.", tier: "", language: "es", zone: "Europe/Madrid", uid: "55••••34", email: "r•••@e•••.com", phone: "+34 ••• •••-77" },
  chen: { id: 12, name: "陈**", tier: "", language: "zh", zone: "Asia/Shanghai", uid: "31••••08", email: "c•••@q•••.com", phone: "+86 ••• •••• 21" },
  ivan: { id: 13, name: "Ivan P.", tier: "", language: "ru", zone: "Europe/Moscow", uid: "83••••41", email: "i•••@g•••.com", phone: "+7 ••• •••-19" },
  mei: { id: 14, name: "Mei L.", tier: "VIP 4", language: "zh", zone: "Asia/Shanghai", uid: "20••••77", email: "m•••@e•••.com", phone: "+86 ••• •••• 08" },
  wang: { id: 15, name: "王**", tier: "", language: "zh", zone: "Asia/Shanghai", uid: "77••••02", email: "w•••@1•••.com", phone: "" },
  kenji: { id: 16, name: "K. Tanaka", tier: "", language: "en", zone: "Asia/Tokyo", uid: "", email: "k•••@t•••.jp", phone: "", known: false },
  zhou: { id: 17, name: "周**", tier: "", language: "zh", zone: "Asia/Shanghai", uid: "62••••90", email: "z•••@q•••.com", phone: "" },
  silva: { id: 18, name: "A. Silva", tier: "", language: "en", zone: "America/Sao_Paulo", uid: "45••••11", email: "a•••@s•••.br", phone: "" },
};

export const tickets = new Map();

function ticket(number, who, fields, said) {
  const customer = CUSTOMERS[who];
  const one = {
    id: tickets.size + 1, number: `FRL-2026-00${number}`, status: "open", severity: "P3", reason: null, channel: "webchat", owner: { id: 1, name: "Ana" },
    subject: "", about: null, version: 1, customer, events: [], marks: { customer: null, staff: null }, language: customer.language, ...fields,
  };
  tickets.set(one.id, one);
  for (const [kind, body, seconds, more = {}] of said) say(one, kind, body, { at: ago(seconds), ...more });
  return one;
}

/** Adds a message and returns its frame. */
export function say(one, kind, body, { at = new Date().toISOString(), staff = 1, internal = false, files = [], client_id = id(), removed = [], channel = "" } = {}) {
  const seq = one.events.length + 1;
  const name = { customer: one.customer.name, staff: STAFF[staff - 1].name, assistant: "Otto", system: "Farol" }[kind];
  const author = { kind, id: kind === "staff" ? staff : kind === "customer" ? one.customer.id : 0, name };
  const language = kind === "customer" ? one.language : "zh";
  const message = { seq, client_id, author, internal, channel: channel || (kind === "staff" ? "console" : one.channel), language, body, files, removed, at };
  const frame = { t: "message", ticket: one.id, seq, message };
  one.events.push(frame);
  return frame;
}

export function changed(one, by, fields, at = new Date().toISOString()) {
  one.version += 1;
  const seq = one.events.length + 1;
  const frame = { t: "changed", ticket: one.id, seq, kind: "ticket.changed", version: one.version, by: `staff:${by}`, at, ...fields };
  one.events.push(frame);
  return frame;
}

export function read(one, reader, upto, at = new Date().toISOString()) {
  one.marks[reader] = { seq: upto, at };
  const frame = { t: "read", ticket: one.id, seq: one.events.length + 1, reader, upto, at };
  one.events.push(frame);
  return frame;
}

const picture = { id: "11111111-0000-4000-8000-000000000001", name: "截图 2026-11-21.png", media_type: "image/png", size: 184320, state: "ready", width: 640, height: 400, preview: true };
const statement = { id: "11111111-0000-4000-8000-000000000002", name: "transfer-receipt.pdf", media_type: "application/pdf", size: 92160, state: "opaque", width: null, height: null, preview: false };

ticket("4223", "rosa", { severity: "P0", reason: "sec.account_stolen", subject: "Cuenta robada", channel: "phone" }, [
  ["customer", "账户被盗，已自助冻结，等待安全专员接入", 21],
]);
ticket("4221", "chen", { severity: "P1", reason: "p2p.paid_not_released", subject: "C2C 已付款，卖家不放币" }, [
  ["customer", "我已经付款 20 分钟，卖家不放币也不回消息", 392, { files: [picture, statement] }],
]);
const ivan = ticket("4217", "ivan", { reason: "dep.unconfirmed", subject: "USDT 充值未到账（ERC20，确认中）" }, [
  ["system", "客户打开小组件，已看文章《各网络确认数与到账时间》", 900],
  ["customer", "Здравствуйте! Перевёл 4 000 USDT, сеть ERC20. Когда зачислят?", 880],
  ["assistant", "您的 4,000 USDT 已被我们看到，链上确认 1/12。满 12 个确认即入账，约 14:30 UTC。您可以关掉页面，到账后我会通知您。", 760],
  ["staff", "您好，我是 Ana。我在看这笔充值，请把 TXID 发给我。", 700],
  ["customer", `TXID: ${TXID}`, 640, { files: [picture] }],
  ["customer", "Обозреватель показывает «успешно», а у вас ноль. Мне срочно нужно вывести!", 590],
]);
changed(ivan, 3, { severity: "P3" }, ago(580));
say(ivan, "staff", "他要的是“能提”，不是“入账”。12 个确认后能交易，64 个后才能提，别只报第一个数。", { at: ago(560), staff: 2, internal: true });
say(ivan, "system", "交易所核心：确认数 2 → 3，预计 14:30 入账", { at: ago(540) });
say(ivan, "staff", "您的充值没有丢：链上已确认 3/12。约 14:30 入账，可以交易；约 14:40 满 64 个确认，可以提币。", { at: ago(500) });
read(ivan, "customer", ivan.events.length, ago(495));
say(ivan, "customer", "Хорошо. А это точно мой адрес? Мой пароль 〔密码已删除〕, проверьте сами.", { at: ago(490), removed: ["password"] });
ticket("4219", "mei", { severity: "P2", reason: "wd.review", subject: "提币审核两个小时", channel: "telegram" }, [
  ["customer", "提币审核两个小时了，能告诉我卡在哪一步吗？", 525],
]);
ticket("4214", "wang", { reason: "kyc.rejected", subject: "认证被退回", channel: "email" }, [["customer", "身份证照片被退回三次，没说哪里不清楚", 2460]]);
ticket("4209", "kenji", { severity: "P4", reason: "acc.statement", subject: "Statement for 2025", channel: "email", owner: null }, [
  ["customer", "Please send the 2025 statement as PDF.", 18000],
]);
ticket("4202", "zhou", { severity: "P2", reason: "dep.missing_memo", subject: "XRP 漏填标签", status: "pending" }, [
  ["customer", "XRP 忘记填标签了，还能找回吗", 9000], ["staff", "已请客户补充转出平台截图（漏填 XRP 标签）", 8600],
]);
ticket("4198", "silva", { reason: "dep.unconfirmed", subject: "Deposit pending", channel: "email" }, [
  ["customer", "Where is my deposit?", 7000], ["staff", "On-chain 1 of 2 confirmations. We tell you when it lands.", 6000],
]);
const mei = ticket("4190", "mei", { severity: "P2", status: "resolved", reason: "wd.failed", subject: "提币地址不在白名单" }, [["customer", "为什么失败", 300000]]);
changed(mei, 1, { status: "resolved" }, ago(290000));
const long = ticket("4188", "chen", { severity: "P4", subject: "多次来回的老工单", owner: null }, []);
for (let n = 1; n <= 180; n += 1) say(long, n % 3 ? "customer" : "staff", `第 ${n} 条消息。${"内容 ".repeat(n % 12)}`, { at: ago(90000 - n * 400) });

export const row = (one) => {
  const messages = one.events.filter((event) => event.t === "message").map((event) => event.message);
  const spoken = messages.filter((message) => !message.internal && message.author.kind !== "system");
  const last = spoken.at(-1);
  const lastStaff = spoken.findLastIndex((message) => message.author.kind === "staff");
  const waiting = spoken.slice(lastStaff + 1).find((message) => message.author.kind === "customer");
  const open = one.status === "open" || one.status === "pending";
  const reason = REASONS.find((each) => each.code === one.reason);
  return {
    id: one.id, number: one.number, subject: one.subject, status: one.status, severity: one.severity, reason: one.reason,
    reason_label: reason ? { zh: reason.zh, en: reason.en } : null, channel: one.channel, language: one.language, owner: one.owner,
    customer: { id: one.customer.id, name: one.customer.name, tier: one.customer.tier },
    last_words: last ? { author_kind: last.author.kind, text: last.body.slice(0, 160), at: last.at } : null,
    waiting_since: open && waiting ? waiting.at : null, opened_at: one.events[0]?.message?.at ?? ago(0),
    updated_at: one.events.at(-1)?.message?.at ?? one.events.at(-1)?.at ?? ago(0), seq: one.events.length, version: one.version,
    unread: spoken.filter((message) => message.author.kind === "customer" && message.seq > (one.marks.staff?.seq ?? 0)).length,
    files: messages.reduce((count, message) => count + message.files.length, 0),
  };
};

export function detail(one) {
  const messages = one.events.filter((event) => event.t === "message").map((event) => event.message);
  const base = row(one);
  const { customer: who } = one;
  return {
    ticket: {
      ...base, about: one.about, first_reply_at: messages.find((m) => m.author.kind === "staff" && !m.internal)?.at ?? null,
      resolved_at: null, last_public_seq: messages.filter((m) => !m.internal).at(-1)?.seq ?? 0,
    },
    customer: {
      id: who.id, uid_masked: who.uid, name: who.name, email_masked: who.email, phone_masked: who.phone, language: who.language, time_zone: who.zone,
      tier: who.tier, known: who.known ?? true, created_at: "2024-03-09T08:00:00Z",
      tickets: [...tickets.values()].filter((other) => other.customer.id === who.id && other.id !== one.id)
        .map((other) => ({ id: other.id, number: other.number, subject: other.subject, status: other.status, opened_at: row(other).opened_at })),
    },
    messages: messages.slice(-50), more: messages.length > 50, marks: one.marks, seq: one.events.length,
  };
}

// MANY=400 fills the desk for looking at long lists.
for (let n = 0; n < Number(process.env.MANY ?? 0); n += 1) {
  ticket(String(5000 + n), ["chen", "silva", "wang", "kenji"][n % 4], { severity: ["P2", "P3", "P4"][n % 3], owner: null, subject: `Ticket ${n}`, reason: REASONS[n % 8].code }, [
    ["customer", `第 ${n} 个问题`, 100 + n * 37],
  ]);
}
