import { describe, expect, it } from "vitest";
import type { InboxRow } from "../src/api/types";
import { arrange, fill, freeze } from "../src/inbox/order";

const NOW = Date.parse("2026-11-21T15:00:00Z");
const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();

function row(id: number, fields: Partial<InboxRow> = {}): InboxRow {
  return {
    id, number: `FRL-2026-00000${id}`, subject: "", status: "open", severity: "P3", reason: null, reason_label: null, channel: "webchat", language: "zh",
    owner: { id: 1, name: "Ana" }, customer: { id: 9, name: "Mei", tier: "" }, last_words: null, waiting_since: ago(5), opened_at: ago(60), updated_at: ago(5),
    seq: 1, version: 1, unread: 0, files: 0, due: null, tags: [], snoozed_until: null, merged_into: null, incident_id: null, team_id: null, stage: null, ...fields,
  };
}

const ids = (groups: ReturnType<typeof arrange>) => groups.map((group) => [group.key, ...group.rows.map((one) => one.id)]);

describe("the queue", () => {
  it("puts P0 first, then whose answer is due soonest", () => {
    const rows = [row(1, { severity: "P4", waiting_since: ago(300) }), row(2, { severity: "P1", waiting_since: ago(6) }), row(3, { waiting_since: ago(8) }), row(4, { severity: "P0", waiting_since: ago(0) })];
    expect(ids(arrange(rows, "me", 1))).toEqual([["for_me", 4, 2, 3, 1]]);
  });

  it("shows mine, what nobody has taken, and mine that waits for others; not what a colleague holds", () => {
    const rows = [row(1), row(2, { owner: null }), row(3, { waiting_since: null, status: "pending" }), row(4, { owner: { id: 2, name: "Tim" } }), row(5, { status: "resolved" })];
    expect(ids(arrange(rows, "me", 1))).toEqual([["for_me", 1], ["free", 2], ["others", 3]]);
    expect(ids(arrange(rows, "resolved", 1))).toEqual([["resolved", 5]]);
  });

  it("keeps the ticket on screen in the list whatever becomes of it", () => {
    const rows = [row(1), row(2, { status: "resolved" }), row(3, { status: "resolved" })];
    expect(ids(arrange(rows, "me", 1, 2))).toEqual([["for_me", 1], ["others", 2]]);
  });

  it("does not move while it rests: newcomers are counted, rows that left stay", () => {
    const before = arrange([row(1), row(2, { waiting_since: ago(9) })], "me", 1);
    const rows = new Map([[1, row(1, { waiting_since: null })], [2, row(2)], [3, row(3, { severity: "P0" })]]);
    const { groups, newcomers } = fill(freeze(before), rows, arrange(rows.values(), "me", 1));
    expect(ids(groups)).toEqual([["for_me", 2, 1]]);
    expect(newcomers).toBe(1);
  });
});
