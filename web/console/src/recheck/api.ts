/** The routes of looking again. */
import { ask } from "@/api/http";
import type { Person } from "@/api/types";
import type { Glimpse } from "@/threads/api";

export type Outcome = "held" | "came_back" | "unknown";

export interface Recheck {
  id: number;
  ticket_id: number;
  due_at: string;
  words: string;
  set_by: Person;
  at: string;
  staff: Person | null;
  told_at: string | null;
  done_at: string | null;
  done_by: Person | null;
  outcome: Outcome | null;
}
export interface Listed {
  recheck: Recheck;
  about: Glimpse;
}

export const ofTicket = (ticket: number) => ask<{ rechecks: Recheck[] }>("GET", `/tickets/${ticket}/rechecks`);
export const set = (ticket: number, at: string, words: string) => ask<{ id: number }>("PUT", `/tickets/${ticket}/recheck`, { at, words });
export const drop = (ticket: number) => ask<void>("DELETE", `/tickets/${ticket}/recheck`);
export const mine = () => ask<{ rechecks: Listed[] }>("GET", "/rechecks");
export const answer = (id: number, outcome: Outcome) => ask<void>("POST", `/rechecks/${id}/outcome`, { outcome });
