import { describe, expect, it } from "vitest";
import type { Delivery } from "@/deliveries/api";
import { hindrance, wentOf } from "@/deliveries/told";
import type { Call } from "@/phonedesk/api";
import { clockOf, digitsOf, ready, sinceOf, verbsOf } from "@/phonedesk/verbs";

const NOW = "2026-11-22T08:00:00Z";
const call = (change: Partial<Call> = {}): Call => ({
  id: 1, line_id: 1, line: "SG", direction: "in", number: "+65••••67", ours: "", language: "en", state: "waiting", lane: "new", severity: "P3", ticket_id: 5, ticket: "FRL-1", about: "",
  proven: false, hint: false, consent: null, began_at: NOW, waiting_since: null, answered_at: null, ended_at: null, outcome: null, staff_id: null, staff: "", place: 0, mine: false,
  offered: false, offered_until: null, not_before: null, code: "", seconds: null, who: "", tier: "", open: "", ...change,
});

describe("what may be done with a call", () => {
  it("is to answer it while it waits and I am free; to let it pass when it lies before me", () => {
    expect(verbsOf(call())).toEqual(["answer"]);
    expect(verbsOf(call({ offered: true }))).toEqual(["answer", "return"]);
    expect(verbsOf(call(), true)).toEqual([]);
    expect(verbsOf(call({ state: "talking" }))).toEqual([]);
  });
  it("is everything while I talk; only the end before that; nothing after", () => {
    expect(verbsOf(call({ state: "talking", mine: true }))).toEqual(["hold", "transfer", "end", "note", "proof"]);
    expect(verbsOf(call({ state: "held", mine: true, proven: true, ticket_id: null }))).toEqual(["resume", "transfer", "end"]);
    expect(verbsOf(call({ state: "ringing", mine: true }))).toEqual(["end"]);
    expect(verbsOf(call({ state: "ended", mine: true }))).toEqual([]);
  });
  it("counts from when it became what it is", () => {
    const at = { waiting_since: "2026-11-22T08:01:00Z", answered_at: "2026-11-22T08:02:00Z" };
    expect([sinceOf(call(at)), sinceOf(call({ ...at, state: "held" })), sinceOf(call())]).toEqual([at.waiting_since, at.answered_at, NOW]);
    expect([0, 65_000, 3_729_000, -5].map(clockOf)).toEqual(["0:00", "1:05", "1:02:09", "0:00"]);
  });
  it("leaves a call back alone until its time", () => {
    expect(ready([call(), call({ id: 2, not_before: "2026-11-22T08:10:00Z" })], Date.parse(NOW)).map((one) => one.id)).toEqual([1]);
  });
  it("takes six digits however they were typed", () => {
    expect(["123 456", "１２３４５６", "12-34-56", "12345", "12345a"].map(digitsOf)).toEqual(["123456", "123456", "123456", "", ""]);
  });
});

describe("how a message went out", () => {
  const piece = (id: number, state: Delivery["state"], change: Partial<Delivery> = {}): Delivery => ({
    id, seq: 3, channel: "telegram", connection_id: 1, name: "Bot", state, why: "", tries: 1, at: NOW, sent_at: null, settled_at: null, ...change,
  });

  it("is as its piece that came least far", () => {
    expect(wentOf([piece(2, "read"), piece(1, "sent")], 3).map((one) => one.state)).toEqual(["sent"]);
    expect(wentOf([piece(1, "delivered"), piece(2, "failed", { why: "blocked" }), piece(3, "queued")], 3)[0]).toMatchObject({ state: "failed", why: "blocked" });
  });
  it("is told for each connection, and for no other message", () => {
    expect(wentOf([piece(1, "sent"), piece(2, "read", { connection_id: 2, channel: "line" }), piece(3, "failed", { seq: 4 }), piece(4, "failed", { seq: null })], 3).map((one) => one.channel)).toEqual(["telegram", "line"]);
  });
});

describe("an answer to a messenger", () => {
  const chat = { here: true, stopped: false, state: "active", until: "2026-11-23T10:00:00Z" };
  const at = Date.parse("2026-11-23T09:00:00Z");

  it("is hindered by whoever left, asked us to stop, a connection that is off, and the platform's time", () => {
    expect(hindrance(chat, at)).toBe("");
    expect(hindrance({ ...chat, until: null }, at)).toBe("");
    expect(hindrance(chat, at + 7_200_000)).toBe("over");
    expect(hindrance({ ...chat, state: "paused" }, at)).toBe("off");
    expect(hindrance({ ...chat, stopped: true, state: "paused" }, at)).toBe("stopped");
    expect(hindrance({ ...chat, here: false, stopped: true }, at)).toBe("gone");
  });
});
