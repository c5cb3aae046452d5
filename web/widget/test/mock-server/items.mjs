// Mei's deposits and withdrawals: one failed, one held, one moving between its two gates, one done.
const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();

export const meiItems = () => [
  { kind: "deposit", id: "d1", coin: "BTC", network: "BTC", amount: "0.25", state: "withdrawable", tone: "done", at: ago(160), title: { zh: "充值 0.25 BTC", en: "Deposit 0.25 BTC" }, line: { zh: "已到账，可提币", en: "Credited, withdrawable" }, gates: { credited: { have: 2, need: 2, at: ago(120) }, withdrawable: { have: 6, need: 6, at: ago(90) } }, txid: "9f3c".repeat(16) },
  { kind: "deposit", id: "d2", coin: "USDT", network: "ETH", amount: "1200", state: "confirming", tone: "moving", at: ago(4), title: { zh: "充值 1,200 USDT", en: "Deposit 1,200 USDT" }, line: { zh: "链上 3/12 确认", en: "3 of 12 confirmations" }, gates: { credited: { have: 3, need: 12, at: ago(-6) }, withdrawable: { have: 3, need: 64, at: ago(-16) } }, txid: `0x${"a1b2".repeat(16)}` },
  { kind: "withdrawal", id: "w2", coin: "USDT", network: "TRON", amount: "18500", state: "review", tone: "held", at: ago(55), title: { zh: "提币 18,500 USDT", en: "Withdrawal 18,500 USDT" }, line: { zh: "风控在人工审核，一半在 3 小时内，九成在 9 小时内", en: "Risk Review is checking it. Half take under 3 h, nine in ten under 9 h" }, gates: null, txid: null },
  { kind: "withdrawal", id: "w1", coin: "USDT", network: "TRON", amount: "500", state: "rejected", tone: "failed", at: ago(30), title: { zh: "提币 500 USDT 没成功", en: "Withdrawal of 500 USDT failed" }, line: { zh: "收款地址不在白名单。500 USDT 已退回余额。", en: "The address is not on your list. 500 USDT is back in your balance." }, gates: null, txid: null },
];
