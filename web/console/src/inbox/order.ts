/** Which tickets a view shows, in which groups and order. Pure: rows in, groups out. */
import type { InboxRow, ServerView } from "@/api/types";
import { dueOf } from "./wait";

export type View = "me" | "waiting" | "mine" | "all" | "resolved";
export type GroupKey = "for_me" | "free" | "others" | "waiting" | "not_waiting" | "resolved" | "found";

export interface Group {
  key: GroupKey;
  rows: InboxRow[];
}

export const VIEWS: readonly View[] = ["me", "waiting", "mine", "all", "resolved"];

/** What the server has to be asked to fill a view. */
export const SOURCES: Record<View, readonly ServerView[]> = {
  me: ["mine", "waiting"],
  waiting: ["waiting"],
  mine: ["mine"],
  all: ["all"],
  resolved: ["resolved"],
};

const isOpen = (row: InboxRow) => row.status === "open" || row.status === "pending";
const isWaiting = (row: InboxRow) => isOpen(row) && row.waiting_since !== null;

/** The group a row belongs to in a view, or null when the view does not show it. */
export function groupOf(row: InboxRow, view: View, me: number): GroupKey | null {
  const mine = row.owner?.id === me;
  if (view === "resolved") return isOpen(row) ? null : "resolved";
  if (!isOpen(row)) return null;
  if (view === "me") {
    if (mine) return isWaiting(row) ? "for_me" : "others";
    return isWaiting(row) && !row.owner ? "free" : null;
  }
  if (view === "mine") return mine ? (isWaiting(row) ? "for_me" : "others") : null;
  if (view === "waiting") return isWaiting(row) ? "waiting" : null;
  return isWaiting(row) ? "waiting" : "not_waiting";
}

const ORDER: readonly GroupKey[] = ["for_me", "free", "waiting", "others", "not_waiting", "resolved", "found"];

/** P0 first, then whose answer is due soonest; where nobody waits, the latest change first. Lower comes first. */
function rankOf(row: InboxRow): [urgent: number, time: number] {
  return isWaiting(row) ? [row.severity === "P0" ? 0 : 1, dueOf(row)] : [2, -Date.parse(row.updated_at)];
}

function sorted(rows: InboxRow[]): InboxRow[] {
  const ranked = rows.map((row) => ({ row, rank: rankOf(row) }));
  ranked.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.row.id - b.row.id);
  return ranked.map(({ row }) => row);
}

/** Where a row that is open on screen stands although the view would not show it: it must not vanish under the reader. */
const REST: Record<View, GroupKey> = { me: "others", mine: "others", waiting: "others", all: "not_waiting", resolved: "resolved" };

/** `open`: the ticket on screen, kept in the list whatever becomes of it. */
export function arrange(rows: Iterable<InboxRow>, view: View, me: number, open: number | null = null): Group[] {
  const groups = new Map<GroupKey, InboxRow[]>();
  for (const row of rows) {
    const key = groupOf(row, view, me) ?? (row.id === open ? REST[view] : null);
    if (!key) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return ORDER.filter((key) => groups.has(key)).map((key) => ({ key, rows: sorted(groups.get(key)!) }));
}

/** The order the eye is resting on: keys and ids, without the rows themselves. */
export type Frozen = { key: GroupKey; ids: number[] }[];

export const freeze = (groups: Group[]): Frozen =>
  groups.map(({ key, rows }) => ({ key, ids: rows.map((row) => row.id) }));

/**
 * The frozen order filled with today's rows, and how many rows would come in if it thawed.
 * A row that left the view stays where it was until then, so nothing moves under the pointer.
 */
export function fill(frozen: Frozen, rows: ReadonlyMap<number, InboxRow>, fresh: Group[]): { groups: Group[]; newcomers: number } {
  const shown = new Set(frozen.flatMap((group) => group.ids));
  const groups = frozen.map(({ key, ids }) => ({
    key,
    rows: ids.map((id) => rows.get(id)).filter((row): row is InboxRow => row !== undefined),
  }));
  const newcomers = fresh.flatMap((group) => group.rows).filter((row) => !shown.has(row.id)).length;
  return { groups: groups.filter((group) => group.rows.length > 0), newcomers };
}
