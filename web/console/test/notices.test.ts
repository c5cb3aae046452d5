import { describe, expect, it, vi } from "vitest";
import type { Notice } from "@/notices/api";
import { iconOf, merged, nextOf, seenIn, topicOf, unseenOf } from "@/notices/list";

const notice = (id: number, more: Partial<Notice> = {}): Notice => ({
  id, kind: "words", ticket: { id: 7, number: "FRL-2026-000007" }, title: { zh: "", en: "" }, words: "", at: "2026-11-21T10:00:00Z", seen_at: null, ...more,
});

describe("what I was told", () => {
  it("is listed once, the newest first, the later word of it counting", () => {
    const list = merged([notice(3), notice(1)], [notice(2), notice(3, { seen_at: "x" })]);
    expect(list.map((one) => [one.id, one.seen_at])).toEqual([[3, "x"], [2, null], [1, null]]);
  });
  it("is seen once", () => {
    const list = [notice(2, { seen_at: "before" }), notice(1)];
    expect(seenIn(list, new Set([1, 2]), "now").map((one) => one.seen_at)).toEqual(["before", "now"]);
    expect(seenIn(list, new Set([2]), "now")).toBe(list);
  });
  it("belongs to a ticket", () => {
    expect(unseenOf([notice(4), notice(3, { ticket: null }), notice(2, { seen_at: "x" }), notice(1)], 7)).toEqual([4, 1]);
  });
  it("leads to the next ticket, to the one before at the end, and nowhere from one that is not listed", () => {
    expect([nextOf([1, 2, 3], 2), nextOf([1, 2, 3], 3), nextOf([1], 1), nextOf([1, 2], 9)]).toEqual([3, 2, null, null]);
  });
  it("has a name and a sign for every kind there may be", async () => {
    vi.stubGlobal("addEventListener", () => undefined);
    const { words } = await import("@/notices/words");
    expect(topicOf("escalation.asked")).toBe("escalation");
    expect(iconOf("escalation.asked")).not.toBe(iconOf("gossip"));
    expect(Object.keys(words.value.kinds)).toHaveLength(11);
  });
});
