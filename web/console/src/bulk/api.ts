/** Bulk changes over HTTP, and the frames that tell how far one is. */
import { ask } from "@/api/http";
import type { Severity, Status } from "@/api/types";

/** One of: fields, tags, a time to put them aside until, words for each customer, a team's queue with a summary. */
export interface Action {
  status?: Status;
  owner_id?: number | null;
  reason?: string | null;
  severity?: Severity;
  add_tags?: string[];
  remove_tags?: string[];
  snooze_until?: string;
  reply?: string;
  to_team?: string;
  summary?: string;
}

/** A ticket to which it was not done, and why. */
export interface Left {
  id: number;
  number: string;
  outcome: "conflict" | "not_allowed" | "failed";
  why: string;
}

export interface Bulk {
  id: number;
  action: Action;
  total: number;
  state: "waiting" | "running" | "done" | "stopped";
  done: number;
  counts: Partial<Record<"done" | "same" | Left["outcome"], number>>;
  left: Left[];
  at: string;
  begins_at: string;
  undoes: number | null;
  undone_by: number | null;
  undoable: boolean;
}

export interface Chosen {
  id: number;
  version: number;
  seen: number;
}

export const begin = (client_id: string, tickets: Chosen[], action: Action) => ask<Bulk>("POST", "/bulk", { client_id, tickets, action });
export const one = (id: number) => ask<Bulk>("GET", `/bulk/${id}`);
export const latest = () => ask<{ bulk: Bulk[] }>("GET", "/bulk");
export const undo = (id: number) => ask<Bulk>("POST", `/bulk/${id}/undo`);
