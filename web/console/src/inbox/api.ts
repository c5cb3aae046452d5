/** The routes of lists. `view`: a list's name, or a saved one's id. */
import { ask } from "@/api/http";
import type { InboxRow } from "@/api/types";

/** Counted up to 1000. views: saved lists by id; those that take too long to count are left out. */
export interface Counts {
  waiting: number;
  mine: number;
  all: number;
  snoozed: number;
  views: Record<string, number>;
}

/** after: what the next page is asked with, null at the end. */
export interface Page {
  rows: InboxRow[];
  counts: Counts;
  after: string | null;
}

export const MOST_COUNTED = 1000;

export const page = (view: string, after = "") => ask<Page>("GET", `/inbox?view=${view}${after ? `&after=${after}` : ""}`);
export const counts = () => ask<Counts>("GET", "/inbox/counts");
export const among = (view: string, ids: readonly number[]) => ask<{ ids: number[] }>("GET", `/inbox/among?view=${view}&ids=${ids.join(",")}`);
