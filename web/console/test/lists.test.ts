import { describe, expect, it } from "vitest";
import type { InboxRow } from "../src/api/types";
import { arrange, extend, freeze } from "../src/inbox/order";
import { compare, type Order, rankOf } from "../src/inbox/rank";
import { count, fromTree, isGroup, leafOf, nodeAt, toTree, type Tree, unfinished, withOp } from "../src/views/tree";

const NOW = Date.parse("2026-11-21T15:00:00Z");
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();

function row(id: number, fields: Partial<InboxRow> = {}): InboxRow {
  return {
    id, number: `FRL-2026-${id}`, subject: "", status: "open", severity: "P3", reason: null, reason_label: null, channel: "webchat", language: "zh",
    owner: null, customer: { id: 9, name: "Mei", tier: "" }, last_words: null, waiting_since: at(-5), opened_at: at(-60), updated_at: at(-5),
    seq: 1, version: 1, unread: 0, files: 0, due: null, tags: [], snoozed_until: null, merged_into: null, incident_id: null, team_id: null, stage: null, ...fields,
  };
}

const due = (minutes: number) => ({ kind: "first_reply" as const, at: at(minutes), percent: 0 });
const keys = (groups: ReturnType<typeof arrange>) => groups.map((group) => [group.key, ...group.rows.map((one) => one.id)]);
const sorted = (rows: InboxRow[], order: Order) => [...rows].sort((a, b) => compare(rankOf(a, order), rankOf(b, order))).map((one) => one.id);

describe("the order of a list", () => {
  const rows = [row(1, { due: due(30) }), row(2, { due: due(10) }), row(3, { severity: "P0", due: due(50) }), row(4), row(5, { waiting_since: null }), row(6, { severity: "P1" })];

  it("is the server's: emergencies, what is due, what no clock knows by severity, what waits for others with the newest first", () => {
    expect(sorted(rows, { sort: "urgency", descending: false })).toEqual([3, 2, 1, 6, 4, 5]);
  });

  it("turns round", () => {
    expect(sorted(rows, { sort: "opened", descending: true })).toEqual([6, 5, 4, 3, 2, 1]);
    expect(sorted([row(1, { updated_at: at(-1) }), row(2, { updated_at: at(-9) })], { sort: "updated", descending: false })).toEqual([2, 1]);
  });
});

describe("a list read by pages", () => {
  it("shows nothing that stands after what was read", () => {
    const rows = [row(1, { due: due(1) }), row(2, { due: due(2) }), row(3, { due: due(3) })];
    const edges = new Map([["waiting", rankOf(rows[1]!, { sort: "urgency", descending: false })]]);
    expect(keys(arrange(rows, "waiting", 1, null, null, edges))).toEqual([["waiting", 1, 2]]);
    expect(keys(arrange(rows, "waiting", 1, 3, null, edges))).toEqual([["waiting", 1, 2, 3]]);
  });

  it("puts a further page below what rests, and newcomers nowhere", () => {
    const frozen = freeze(arrange([row(1, { due: due(5) }), row(2, { due: due(6) })], "waiting", 1));
    const fresh = arrange([row(1, { due: due(5) }), row(2, { due: due(6) }), row(3, { due: due(1) }), row(4, { due: due(9) })], "waiting", 1);
    expect(extend(frozen, fresh, new Set([4]))).toEqual([{ key: "waiting", ids: [1, 2, 4] }]);
  });

  it("holds of a saved list what the server said stands in it", () => {
    const saved = { sort: "opened" as const, descending: true, members: new Set([1, 3]) };
    expect(keys(arrange([row(1), row(2), row(3)], 7, 1, null, saved))).toEqual([["listed", 3, 1]]);
    expect(keys(arrange([row(1), row(2)], 7, 1, 2, saved))).toEqual([["listed", 2, 1]]);
  });

  it("leaves out what is put aside or goes on elsewhere", () => {
    const rows = [row(1, { snoozed_until: new Date(Date.now() + 60_000).toISOString() }), row(2, { merged_into: 9 }), row(3)];
    expect(keys(arrange(rows, "all", 1))).toEqual([["waiting", 3]]);
    expect(keys(arrange(rows, "snoozed", 1))).toEqual([["snoozed", 1]]);
  });
});

describe("a tree of conditions", () => {
  const tree: Tree = { all: [{ field: "status", op: "is", value: "open" }, { not: { any: [{ field: "tag", op: "empty" }, { field: "subject", op: "contains", value: ["a", "b"] }] } }] };

  it("comes back as it went", () => {
    expect(toTree(fromTree(tree))).toEqual(tree);
    expect(toTree(fromTree({ field: "status", op: "empty" }))).toEqual({ all: [{ field: "status", op: "empty" }] });
    expect(toTree(fromTree({ not: { field: "status", op: "empty" } }))).toEqual({ not: { any: [{ field: "status", op: "empty" }] } });
    expect(count(fromTree(tree))).toBe(3);
  });

  it("keeps a value that still fits and asks for one that is missing", () => {
    const severity = { name: "severity", kind: "choice" as const, ops: ["is", "in", "empty"], choices: ["P0", "P1"] };
    const leaf = leafOf(severity);
    expect(withOp(leaf, severity, "in").value).toEqual(["P0"]);
    expect(withOp({ ...leaf, op: "in", value: ["P1"] }, severity, "is").value).toBe("P1");
    expect("value" in withOp(leaf, severity, "empty")).toBe(false);
    expect(unfinished(fromTree({ all: [{ field: "severity", op: "in", value: [] }] }))).toBe(1);
  });

  it("finds the condition the server names", () => {
    const root = fromTree(tree);
    const inner = root.parts[1]!;
    expect(isGroup(inner) && nodeAt(root, "all.1.not.any.1") === inner.parts[1]!.id).toBe(true);
    expect(nodeAt(root, "all.0")).toBe(root.parts[0]!.id);
  });
});
