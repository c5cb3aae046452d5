// What the exchange says, ticket by ticket.
import { ahead, ago, TXID } from "./world.mjs";

const ivan = {
  found: [
    {
      text: TXID, kind: "txid", candidates: ["ETH", "BSC", "ARB"], checksum: "plausible", address: null,
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

/** The case card around it: nothing said of any slot, and the one step that is always there. */
export const cardOf = (one, down) => ({
  ticket: `FRL-2026-${String(one.id).padStart(6, "0")}`, reason: null, core: down ? "down" : "ok", exchange: exchangeOf(one.id, down), slots: [], truths: [], codes: [],
  subject: "", choices: [], checklist: { reason: null, steps: [], next: null, before: [] }, then: [],
  next: { code: "pick_reason", step: "check", words: { zh: "先选原因", en: "Choose the reason first" }, why: { zh: "原因决定要问什么、怎么处理", en: "It says what to ask and what to do" }, slots: [], link: "" },
});
