// What the exchange says, ticket by ticket.
import { ahead, ago, TXID } from "./world.mjs";

const ivan = {
  found: [
    {
      text: TXID, kind: "txid", candidates: ["ETH", "BSC", "ARB"], checksum: "plausible", address: null, value: TXID,
      truths: [{ code: "many_networks", tone: "note", words: { zh: "同一串字符在 3 条网络上都成立（ETH、BSC、ARB），已一起查", en: "The same characters are valid on 3 networks (ETH, BSC, ARB); all are asked" } }],
      trace: {
        found: "ours", network: "ERC20", coin: "USDT", amount: "4,000", tx_status: "success", confirmations: 3, required_credit: 12, required_unlock: 64,
        state: "confirming", credited: false, withdrawable: false, est_credit_at: ahead(108), est_unlock_at: ahead(732), mine: true,
        words: { zh: "链上 3/12 确认，约 14:30 UTC 可交易，约 14:40 可提币", en: "3 of 12 confirmations. Tradable about 14:30 UTC, withdrawable about 14:40" },
      },
    },
  ],
  items: [
    { kind: "withdrawal", id: "w1", coin: "USDT", network: "TRC20", amount: "500", state: "failed", tone: "failed", at: ago(86000), title: { zh: "提币失败", en: "Withdrawal failed" },
      line: { zh: "没提成功：地址不在白名单。500 USDT 已退回余额", en: "Not sent: the address is not on the list. 500 USDT is back in the balance" }, gates: null, txid: null },
    { kind: "deposit", id: "d1", coin: "BTC", network: "BTC", amount: "0.125", state: "available", tone: "done", at: ago(400000), title: { zh: "充值完成", en: "Deposit done" },
      line: { zh: "已到账，可以提币", en: "Credited and withdrawable" }, gates: null, txid: null },
  ],
  profile: { status: "active", tier: "", kyc_level: "2", risk_band: "low", flags: [] },
  holds: [{ type: "withdrawal", until: ahead(18760), scope: ["withdraw"], trigger: "new_device",
    words: { zh: "新设备登录后 24 小时不能提币，明天 09:12 UTC 解除，谁都不能提前", en: "No withdrawals for 24 h after a new device signed in. Ends tomorrow 09:12 UTC; nobody can shorten it" } }],
};
const calm = { found: [], items: [], profile: { status: "active", tier: "VIP 4", kyc_level: "3", risk_band: "low", flags: [] }, holds: [] };
const stranger = { found: [{ text: "TJRyWwFs9wTFGZg3JbrVriFbNfCug5tDeC", kind: "address", candidates: ["TRX"], checksum: "wrong", trace: null, address: null }], items: [], profile: null, holds: [] };

export const exchangeOf = (id, down) => ({ ok: !down, seen_at: down ? ago(280) : new Date().toISOString(), refused: [], ...({ 3: ivan, 6: stranger }[id] ?? calm) });

const field = (key, kind, zh, en) => ({ key, kind, zh, en, options: [], required: false, reasons: [], roles: [], position: 0, slot: true });
const said = (source, value, ref, more = {}) => ({ source, value, words: "", ref, at: null, readings: [], sure: true, ...more });
const ivanSlots = [
  { field: field("amount", "amount", "金额", "Amount"), state: "conflict", value: null, told: true,
    said: [said("exchange", { amount: "4000", coin: "USDT" }, "deposit:DEP-1"), said("customer", { amount: "4500", coin: "USDT" }, "message:2"), said("screenshot", { amount: "4000", coin: "USDT" }, "evidence:1", { sure: false })] },
  { field: field("network", "text", "网络", "Network"), state: "offered", value: null, told: true, said: [said("exchange", "ETH", "deposit:DEP-1"), said("customer", "ETH", "message:2")] },
  { field: field("time", "text", "发生时间", "When it happened"), state: "offered", value: null, told: true,
    said: [said("customer", "8点半 = 2026-11-21 00:30 UTC / 2026-11-21 12:30 UTC", "message:2", { words: "8点半", sure: false, readings: [{ begin: ago(50000), end: ago(49940) }, { begin: ago(6800), end: ago(6740) }] })] },
];
const ivanSteps = [
  { code: "settle_conflict", step: "settle", words: { zh: "金额说法不一，先弄清楚", en: "Sources differ on Amount: settle that first" }, why: { zh: "交易所：4000 USDT；客户：4500 USDT", en: "exchange: 4000 USDT; customer: 4500 USDT" }, slots: ["amount"], link: "" },
  { code: "say_times", step: "say", words: { zh: "说清两个时间：到账和可提", en: "Say both times: credited and withdrawable" }, why: { zh: "", en: "" }, slots: [], link: "" },
];
const pick = { code: "pick_reason", step: "check", words: { zh: "先选原因", en: "Choose the reason first" }, why: { zh: "原因决定要问什么、怎么处理", en: "It says what to ask and what to do" }, slots: [], link: "" };

/** The case card around what the exchange says; only Ivan's ticket has something said of its slots. */
export function cardOf(one, down) {
  const [next, ...then] = one.id === 3 ? ivanSteps : [pick];
  return {
    ticket: `FRL-2026-${String(one.id).padStart(6, "0")}`, reason: null, core: down ? "down" : "ok", exchange: exchangeOf(one.id, down), slots: one.id === 3 ? ivanSlots : [],
    truths: [], codes: [], subject: "", choices: [], checklist: { reason: null, steps: [], next: null, before: [] }, next, then,
  };
}

/** Two files: a picture whose words were read, and a receipt. */
export const evidenceOf = (one) => ({
  reader: true,
  pieces: one.id !== 3 ? [] : [
    { id: 1, file_id: "f1", seq: 2, file_name: "IMG_2231.png", media_type: "image/png", size: 184220, width: 640, height: 400, preview: true, bare: true, internal: false, channel: "webchat",
      by_kind: "customer", by: "Ivan P.", at: ago(7000), sha256: "9f3c".repeat(16), kept_sha256: "77aa".repeat(16), label: "付款方截图", pinned: true, reading: "read",
      words: "Withdrawal 4,000 USDT\nNetwork ERC20\nStatus: success", removed: [],
      custody: [{ at: ago(7000), actor: "customer:2", name: "Ivan P.", did: "sent", detail: "webchat" }, { at: ago(7000), actor: "system:0", name: "", did: "copied", detail: "" }, { at: ago(6990), actor: "system:0", name: "", did: "read", detail: "read" }] },
    { id: 2, file_id: "f2", seq: 4, file_name: "receipt.pdf", media_type: "application/pdf", size: 90210, width: null, height: null, preview: false, bare: false, internal: false, channel: "email",
      by_kind: "customer", by: "Ivan P.", at: ago(5000), sha256: "10ab".repeat(16), kept_sha256: "10ab".repeat(16), label: "", pinned: false, reading: null, words: "", removed: [],
      custody: [{ at: ago(5000), actor: "customer:2", name: "Ivan P.", did: "sent", detail: "email" }] },
  ],
});
