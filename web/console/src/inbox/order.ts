/** Which tickets a list shows, in which groups and order. Pure: rows in, groups out. */
import type { InboxRow, ServerView } from "@/api/types";
import { compare, isOpen, isWaiting, NEWEST, type Order, type Rank, rankOf, URGENT } from "./rank";

export type View = "me" | "waiting" | "mine" | "all" | "snoozed" | "resolved";
/** A list every desk has, or the id of a saved one. */
export type Chosen = View | number;
export type GroupKey = "for_me" | "free" | "others" | "waiting" | "not_waiting" | "snoozed" | "resolved" | "listed" | "found";

export interface Group {
  key: GroupKey;
  rows: InboxRow[];
}

export const VIEWS: readonly View[] = ["me", "waiting", "mine", "all", "snoozed", "resolved"];

/** What the server has to be asked to fill a list. */
export const SOURCES: Record<View, readonly ServerView[]> = {
  me: ["mine", "waiting"],
  waiting: ["waiting"],
  mine: ["mine"],
  all: ["all"],
  snoozed: ["snoozed"],
  resolved: ["resolved"],
};

/** A saved list: the server says which tickets stand in it, the order is known here. */
export interface Saved extends Order {
  members: ReadonlySet<number>;
}

/** Up to where each source of a list has been read; nothing that stands after it is shown before it is read. */
export type Edges = ReadonlyMap<string, Rank>;

const isSnoozed = (row: InboxRow): boolean => row.snoozed_until !== null && Date.parse(row.snoozed_until) > Date.now();

/** The group a row belongs to in a list, or null when the list does not show it. */
export function groupOf(row: InboxRow, view: View, me: number): GroupKey | null {
  if (row.merged_into !== null) return null;
  if (view === "resolved") return isOpen(row) ? null : "resolved";
  if (!isOpen(row) || isSnoozed(row) !== (view === "snoozed")) return null;
  const mine = row.owner?.id === me;
  if (view === "snoozed") return "snoozed";
  if (view === "me") {
    if (mine) return isWaiting(row) ? "for_me" : "others";
    return isWaiting(row) && !row.owner ? "free" : null;
  }
  if (view === "mine") return mine ? (isWaiting(row) ? "for_me" : "others") : null;
  if (view === "waiting") return isWaiting(row) ? "waiting" : null;
  return isWaiting(row) ? "waiting" : "not_waiting";
}

/** The source that reads a group of a list. */
const sourceOf = (view: Chosen, key: GroupKey): string => (view === "me" ? (key === "free" ? "waiting" : "mine") : String(view));

const GROUPS: readonly GroupKey[] = ["for_me", "free", "waiting", "others", "not_waiting", "snoozed", "resolved", "listed", "found"];

/** Where a row that is open on screen stands although the list would not show it: it must not vanish under the reader. */
const REST: Record<View, GroupKey> = { me: "others", mine: "others", waiting: "others", all: "not_waiting", snoozed: "not_waiting", resolved: "resolved" };

export const orderOf = (view: Chosen, saved: Saved | null): Order => (saved && typeof view === "number" ? saved : view === "resolved" ? NEWEST : URGENT);

/** `open`: the ticket on screen, kept in the list whatever becomes of it. */
export function arrange(
  rows: Iterable<InboxRow>, view: Chosen, me: number, open: number | null = null, saved: Saved | null = null, edges: Edges = new Map(),
): Group[] {
  const order = orderOf(view, saved);
  const groups = new Map<GroupKey, { row: InboxRow; rank: Rank }[]>();
  for (const row of rows) {
    const stands = typeof view === "number" ? (saved?.members.has(row.id) ? "listed" : null) : groupOf(row, view, me);
    const key = stands ?? (row.id === open ? (typeof view === "number" ? "listed" : REST[view]) : null);
    if (!key) continue;
    const rank = rankOf(row, order);
    const edge = row.id === open ? undefined : edges.get(sourceOf(view, key));
    if (edge && compare(rank, edge) > 0) continue;
    const group = groups.get(key);
    if (group) group.push({ row, rank });
    else groups.set(key, [{ row, rank }]);
  }
  return GROUPS.filter((key) => groups.has(key)).map((key) => ({
    key, rows: groups.get(key)!.sort((a, b) => compare(a.rank, b.rank) || a.row.id - b.row.id).map(({ row }) => row),
  }));
}

/** The order the eye is resting on: keys and ids, without the rows themselves. */
export type Frozen = { key: GroupKey; ids: number[] }[];

export const freeze = (groups: Group[]): Frozen =>
  groups.map(({ key, rows }) => ({ key, ids: rows.map((row) => row.id) }));

/**
 * The frozen order filled with today's rows, and how many rows would come in if it thawed.
 * A row that left the list stays where it was until then, so nothing moves under the pointer.
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

/** The frozen order with what a further page brought put at the ends of its groups: reading on moves nothing. */
export function extend(frozen: Frozen, fresh: Group[], more: ReadonlySet<number>): Frozen {
  const shown = new Set(frozen.flatMap((group) => group.ids));
  const keys = GROUPS.filter((key) => frozen.some((group) => group.key === key) || fresh.some((group) => group.key === key));
  return keys.map((key) => ({
    key,
    ids: [
      ...(frozen.find((group) => group.key === key)?.ids ?? []),
      ...(fresh.find((group) => group.key === key)?.rows ?? []).map((row) => row.id).filter((id) => more.has(id) && !shown.has(id)),
    ],
  }));
}
