/** The orders of lists, the same as the server's: a row that comes in live stands where the next reading would put it. */
import type { InboxRow } from "@/api/types";

export type Sort = "urgency" | "opened" | "updated" | "due";

export interface Order {
  sort: Sort;
  descending: boolean;
}

export const URGENT: Order = { sort: "urgency", descending: false };
export const NEWEST: Order = { sort: "opened", descending: true };

/** Compared part by part; lower comes first. */
export type Rank = readonly number[];

export const isOpen = (row: InboxRow): boolean => row.status === "open" || row.status === "pending";
export const isWaiting = (row: InboxRow): boolean => isOpen(row) && row.waiting_since !== null;

const dueOf = (row: InboxRow): number => (row.due ? Date.parse(row.due.at) : Infinity);

function made(row: InboxRow, { sort, descending }: Order): Rank {
  const way = descending ? -1 : 1;
  if (sort === "opened") return [way * row.id];
  if (sort === "updated") return [way * Date.parse(row.updated_at), way * row.id];
  if (sort === "due") return [way * dueOf(row), way * row.id];
  if (!isWaiting(row)) return [way, -row.id];
  const severity = Number(row.severity[1]);
  return [0, way * (severity === 0 ? 0 : 1), way * dueOf(row), way * severity, way * Date.parse(row.waiting_since!), way * row.id];
}

const kept = new WeakMap<InboxRow, Map<string, Rank>>();

/** Where a row stands. Rows never change, they are replaced: each is looked at once. */
export function rankOf(row: InboxRow, order: Order): Rank {
  const key = `${order.sort}${order.descending}`;
  let ranks = kept.get(row);
  if (!ranks) kept.set(row, (ranks = new Map()));
  let rank = ranks.get(key);
  if (!rank) ranks.set(key, (rank = made(row, order)));
  return rank;
}

export function compare(a: Rank, b: Rank): number {
  for (let n = 0; n < a.length && n < b.length; n += 1) {
    if (a[n] !== b[n]) return a[n]! < b[n]! ? -1 : 1;
  }
  return 0;
}
