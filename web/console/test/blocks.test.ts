import { describe, expect, it } from "vitest";
import type { Message, Snapshot } from "../src/api/types";
import { type Block, withBlocks } from "../src/ticket/blocks";
import { logOf } from "../src/ticket/log";
import { fromSnapshot } from "../src/ticket/reducer";

const message = (seq: number, at: string): Message => ({
  seq, client_id: `c${seq}`, author: { kind: "customer", id: 9, name: "Mei" }, internal: false, channel: "webchat", language: "zh", body: "", files: [], removed: [], at,
});
const block = (key: string, at: string): Block => ({ key, at, view: {}, props: {} });
const log = (...times: string[]) => logOf(fromSnapshot({
  ticket: {}, customer: {}, messages: times.map((at, n) => message(n + 1, at)), more: false, marks: { customer: null, staff: null }, seq: 9,
} as unknown as Snapshot));
const shown = (items: ReturnType<typeof withBlocks>) => items.map((item) => (item.kind === "message" ? item.message.seq : item.kind === "block" ? item.key : item.kind));

describe("blocks in the conversation", () => {
  const items = log("2026-11-20T10:00:00Z", "2026-11-21T10:00:00Z", "2026-11-21T12:00:00Z");

  it("stand where their time was, after the day began", () => {
    expect(shown(withBlocks(items, [block("b", "2026-11-21T11:00:00Z")], false))).toEqual(["day", 1, "day", 2, "b", 3]);
    expect(shown(withBlocks(items, [block("b", "2026-11-21T09:00:00Z")], false))).toEqual(["day", 1, "day", "b", 2, 3]);
  });

  it("come in order, at the end when nothing is later", () => {
    expect(shown(withBlocks(items, [block("late", "2026-11-22T09:00:00Z"), block("early", "2026-11-19T09:00:00Z")], false)))
      .toEqual(["early", "day", 1, "day", 2, 3, "late"]);
  });

  it("wait until what was before them is loaded", () => {
    expect(shown(withBlocks(items, [block("early", "2026-11-19T09:00:00Z")], true))).not.toContain("early");
  });
});
