import { describe, expect, it } from "vitest";
import type { Message, Snapshot } from "../src/api/types";
import { logOf } from "../src/ticket/log";
import { piecesOf, short } from "../src/ticket/pieces";
import { fromSnapshot } from "../src/ticket/reducer";

function message(seq: number, at: string, fields: Partial<Message> = {}): Message {
  return {
    seq, client_id: `c${seq}`, author: { kind: "customer", id: 9, name: "Mei" }, internal: false, channel: "webchat", language: "zh", body: "", files: [], removed: [], at, ...fields,
  };
}
const staff = { author: { kind: "staff" as const, id: 1, name: "Ana" } };

function log(messages: Message[], readUpTo = 0) {
  const marks = { customer: readUpTo ? { seq: readUpTo, at: "2026-11-21T15:00:00Z" } : null, staff: null };
  return logOf(fromSnapshot({ ticket: {}, customer: {}, messages, more: false, marks, seq: messages.at(-1)?.seq ?? 0 } as unknown as Snapshot));
}

describe("the conversation", () => {
  it("is cut by UTC days and runs of one speaker", () => {
    const items = log([
      message(1, "2026-11-20T23:59:00Z"), message(2, "2026-11-21T00:01:00Z"), message(3, "2026-11-21T00:02:00Z"), message(4, "2026-11-21T00:09:00Z"),
    ]);
    expect(items.map((item) => (item.kind === "message" ? `${item.message.seq}${item.first ? "*" : ""}` : item.kind))).toEqual(["day", "1*", "day", "2*", "3", "4*"]);
  });

  it("never joins a note to a reply", () => {
    const items = log([message(1, "2026-11-21T10:00:00Z", staff), message(2, "2026-11-21T10:00:10Z", { ...staff, internal: true })]);
    expect(items.filter((item) => item.kind === "message").every((item) => item.first)).toBe(true);
  });

  it("marks the last message the customer has read and the last one sent after it, never a note", () => {
    const items = log(
      [message(1, "2026-11-21T10:00:00Z", staff), message(2, "2026-11-21T10:01:00Z", staff), message(3, "2026-11-21T10:02:00Z", staff), message(4, "2026-11-21T10:03:00Z", { ...staff, internal: true })],
      2,
    );
    expect(items.flatMap((item) => (item.kind === "message" ? [item.mark] : []))).toEqual([null, "read", "sent", null]);
  });
});

describe("a message's words", () => {
  it("set hashes apart and show removed secrets as such", () => {
    const hash = `0x${"9f".repeat(32)}`;
    expect(piecesOf(`充值 ${hash} 密码〔密码已删除〕`)).toEqual([
      { kind: "text", text: "充值 " }, { kind: "hash", text: hash }, { kind: "text", text: " 密码" }, { kind: "removed", text: "密码已删除" },
    ]);
    expect(piecesOf("[seed phrase removed]")).toEqual([{ kind: "removed", text: "seed phrase removed" }]);
  });

  it("leave everything else alone, markup included", () => {
    const text = "<img src=x onerror=alert(1)> [see here](javascript:alert(1))\n第二行";
    expect(piecesOf(text)).toEqual([{ kind: "text", text }]);
  });

  it("shorten ids to head and tail", () => {
    expect(short("0x9f3c1b7a52d04e8896aae71a")).toBe("0x9f3c…e71a");
  });
});
