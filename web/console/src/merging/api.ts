/** Merging, splitting and the radar over HTTP. */
import { ask } from "@/api/http";
import type { Status } from "@/api/types";

export interface TicketName {
  id: number;
  number: string;
}

/** A ticket whose words are shown in the one it was merged into. into: the next in a chain. */
export interface MergedTicket extends TicketName {
  subject: string;
  channel: string;
  into: number;
  opened_at: string;
  messages: number;
  last_seq: number;
  at: string;
  by: string;
  why: string;
  mailed: boolean;
}

export interface SplitOff extends TicketName {
  seqs: number[];
  at: string;
  by: string;
  undoable: boolean;
}

export interface Joined {
  into: TicketName | null;
  merged: MergedTicket[];
  split_from: TicketName | null;
  splits: SplitOff[];
}

/** A ticket that looks like the open one. ours: of the same customer; else it is a warning. */
export interface Lookalike {
  id: number;
  ticket_id: number;
  number: string;
  subject: string;
  status: Status;
  channel: string;
  opened_at: string;
  why: "txid" | "address" | "reason";
  value: string;
  ours: boolean;
}

export const joined = (ticket: number) => ask<Joined>("GET", `/tickets/${ticket}/merges`);
export const merge = (ticket: number, into: number, why = "") => ask<Joined>("POST", `/tickets/${ticket}/merge`, { into, why });
export const unmerge = (ticket: number) => ask<void>("DELETE", `/tickets/${ticket}/merge`);
export const split = (ticket: number, client_id: string, seqs: number[], subject: string) =>
  ask<TicketName>("POST", `/tickets/${ticket}/split`, { client_id, seqs, subject });
export const unsplit = (ticket: number) => ask<void>("DELETE", `/tickets/${ticket}/split`);
export const lookalikes = (ticket: number) => ask<{ lookalikes: Lookalike[] }>("GET", `/tickets/${ticket}/lookalikes`);
export const settle = (id: number, state: "different" | "open") => ask<void>("PUT", `/lookalikes/${id}`, { state });
