// What the copilot and the assistant say about the tickets of the small desk.
import { ago } from "./world.mjs";

const source = (kind, zh, en, words, more = {}) => ({ kind, zh, en, words, url: "", version: 0, at: null, language: "", ...more });
const stage = (name, took_us, zh, en, detail = {}) => ({ name, took_us, zh, en, detail });
const STAGES = [
  stage("shield", 410, "没有密钥、密码或验证码", "No key, password or code in it"), stage("language", 62, "简体中文", "Simplified Chinese", { language: "zh-Hans", sure: 0.991 }),
  stage("entities", 230, "一个交易哈希、一个金额", "One transaction hash, one amount", { txid: 1, amount: 1 }), stage("urgency", 55, "没有危险的话", "No words of danger"),
  stage("intent", 1840, "充值未到账", "Deposit not credited", { reason: "dep.unconfirmed", share: 0.874 }), stage("state", 9120, "有一笔充值正在确认", "One deposit is confirming", { reads: ["deposits", "networks"] }),
  stage("retrieval", 2210, "找到一段文字", "Found one passage", { article: "deposit-not-credited", score: 0.93 }), stage("gate", 31, "把握足够，引用原文", "Sure enough to quote", { sure: 0.934, needed: 0.9 }),
  stage("checker", 640, "数字都有来源", "Every figure has a source", { facts: 3 }),
];
const SOURCES = [{ kind: "article", title: "充值没到账，自己先查", url: "https://farol.test/help/zh/a/deposit-not-credited", version: 3, at: "2026-11-20" }];
const PARTS = { lead: "您的充值正在确认。", choices: [{ label: "还是没到" }], sources: SOURCES, place: { flow: "dep.unconfirmed", at: 2, of: 4 } };
const summary = (by) => ({ made_by: by, why: by === "desk" ? "asked" : "", text: "客户要办的事：充值没有到账", lines: [
  { kind: "wants", words: { zh: "客户要办的事", en: "The customer wants" }, quote: "250 USDT 充值两个小时没到账，TXID 0x9f3c…e71a", seqs: [1] },
  { kind: "said", words: { zh: "Ana 已答复", en: "Ana answered" }, quote: "我在查这笔充值。", seqs: [2] },
  { kind: "known", words: { zh: "已知：金额 250 USDT；网络 TRON", en: "Known: amount 250 USDT; network TRON" }, quote: "", seqs: [1] },
  { kind: "open", words: { zh: "还没回答的问题", en: "Not answered yet" }, quote: "还要多久？", seqs: [3] },
  { kind: "next", words: { zh: "下一步：核对确认数", en: "Next step: check the confirmations" }, quote: "", seqs: [] },
] });
let rules = { active: false, channels: ["webchat"], languages: [], to_people: ["leg.", "sec.account_stolen"], misses: 2, version: 0 };

export const routes = [
  ["GET", /^\/tickets\/(\d+)\/copilot$/, () => ({ body: { drafts: true, summaries: true, then: [],
    next: { code: "say_times", of: "case", words: { zh: "说清两个时间：到账和可提", en: "Say both times: credited and withdrawable" }, why: { zh: "3/12 确认，约 14:50 UTC 可交易", en: "3 of 12 confirmations, tradable about 14:50 UTC" }, opens: "draft" } } })],
  ["POST", /^\/tickets\/(\d+)\/copilot\/draft$/, (_, data) => ({ body: {
    id: 1, body: "您的转账已经在链上，目前 3 个确认，需要 12 个。达到后系统自动入账，不用再做什么。\n\n250 USDT 充值：3/12 个确认，约 14:50 UTC 可交易，约 15:01 UTC 可提。\n\n详见 充值没到账，自己先查 https://farol.test/help/zh/a/deposit-not-credited",
    language: "zh", wanted: "zh-Hans", made_by: "desk", why: data.worded ? "ungrounded" : "asked", strange: data.worded ? ["24 小时"] : [], macro_id: 3, upto_seq: 3, sources: [
      source("macro", "充值：确认中", "Deposit: confirming", "…"), source("exchange", "交易所的记录", "The exchange’s record", "…"),
      source("article", "充值没到账，自己先查", "Deposit not credited: check it yourself", "…", { url: SOURCES[0].url, version: 3, at: "2026-11-20", language: "zh" })] } })],
  ["PUT", /^\/copilot-drafts\/(\d+)\/(use|drop)$/, () => ({ body: null })],
  ["GET", /^\/tickets\/(\d+)\/copilot\/summary$/, () => ({ body: summary("desk") })],
  ["POST", /^\/tickets\/(\d+)\/copilot\/summary$/, () => ({ body: summary("model") })],
  ["GET", /^\/tickets\/(\d+)\/copilot\/similar$/, () => ({ body: { tickets: [
    { id: 2, number: "FRL-2026-00118", subject: "USDT 充值未到账", reason: "dep.unconfirmed", resolved_at: ago(90000), ended: "这笔充值已经入账，现在可以提币了。", ended_seq: 4, alike: 0.81, shared: ["充值", "到账", "usdt"] }] } })],
  ["GET", /^\/tickets\/(\d+)\/assistant$/, (one) => ({ body: { case: null, turns: one.events.filter((event) => event.t === "message" && event.message.author.kind === "assistant")
    .map((event) => ({ seq: event.seq - 1, reply_seq: event.seq, kind: "answer", reason: "dep.unconfirmed", language: "zh-Hans", parts: PARTS, stages: STAGES, took_us: 14598, model: "", at: ago(900) })) } })],
  ["POST", /^\/tickets\/(\d+)\/assistant\/corrections$/, () => ({ body: null })],
  ["GET", /^\/assistant\/settings$/, () => ({ body: rules })],
  ["PUT", /^\/assistant\/settings$/, (_, data) => ({ body: (rules = { ...data, version: data.version + 1 }) })],
  ["POST", /^\/assistant\/try$/, () => ({ body: { move: { kind: "answer", text: "您的充值正在确认，达到 12 个后自动入账。", parts: PARTS, reason: "dep.unconfirmed" }, language: "zh-Hans", stages: STAGES, took_us: 14598, model: "" } })],
];
