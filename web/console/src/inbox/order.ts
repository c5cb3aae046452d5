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

/** P0 first, then whose answer is due soonest; where nobody waits, the latest change first. */
function before(a: InboxRow, b: InboxRow): number {
  if (isWaiting(a) && isWaiting(b)) {
    const urgent = Number(b.severity === "P0") - Number(a.severity === "P0");
    return urgent || dueOf(a) - dueOf(b) || a.id - b.id;
  }
  return Date.parse(b.updated_at) - Date.parse(a.updated_at) || b.id - a.id;
}

/** Where a row that is open on screen stands although the view would not show it: it must not vanish under the reader. */
const REST: Record<View, GroupKey> = { me: "others", mine: "others", waiting: "others", all: "not_waiting", resolved: "resolved" };

/** `open`: the ticket on screen, kept in the list whatever becomes of it. */
export function arrange(rows: Iterable<InboxRow>, view: View, me: number, open: number | null = null): Group[] {
  const groups = new Map<GroupKey, InboxRow[]>();
  for (const row of rows) {
    const key = groupOf(row, view, me) ?? (row.id === open ? REST[view] : null);
    if (key) groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return ORDER.filter((key) => groups.has(key)).map((key) => ({ key, rows: groups.get(key)!.sort(before) }));
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
