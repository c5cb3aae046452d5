/** The routes of actions on accounts. */
import { ask } from "@/api/http";
import type { Language } from "@/api/types";

export type Both = Record<Language, string>;
export type Value = string | number | string[];
export type State = "proposed" | "approved" | "unproven" | "waiting" | "accepted" | "executed" | "failed" | "rejected" | "refused" | "withdrawn" | "expired";

export interface Param {
  key: string;
  label: Both;
  shape: "id" | "amount" | "coin" | "choice" | "words" | "count" | "hashes" | "contact";
  required: boolean;
  least: number;
  most: number;
  choices: { key: string; label: Both }[];
}
/** hinders: why it cannot be proposed now; null when it can. seats: roles of each approval it takes. */
export interface Offered {
  type: string;
  cls: "A" | "B" | "C" | "D" | "E";
  label: Both;
  at_once: boolean;
  params: Param[];
  needs: Both;
  seats: string[][];
  other_team: boolean;
  consent: boolean;
  legal: boolean;
  single: string | null;
  customer: Both | null;
  hinders: Both | null;
}
export interface Bar {
  level: Both;
  uid: string;
  actions: Offered[];
  reasons: Record<string, Both>;
}
export interface Vote {
  name: string;
  role: string;
  verdict: "approve" | "refuse";
  words: string;
  at: string;
}
export interface Receipt {
  action_id: string;
  executed_at: string | null;
  effects: Both[];
  missing: Both[];
  undo: string;
  undo_label: Both | null;
  signed: boolean;
}
export interface Proposal {
  id: number;
  type: string;
  cls: Offered["cls"];
  label: Both;
  uid: string;
  state: State;
  words: Both;
  customer: Both | null;
  why: Both | null;
  lines: { key: string; label: Both; value: Both }[];
  reason: Both;
  said: string;
  legal_basis: string;
  consent: string;
  by: { kind: string; name: string; role: string };
  at: string;
  expires_at: string;
  settled_at: string | null;
  level: Both;
  usd: string | null;
  votes: Vote[];
  seats: string[][];
  receipt: Receipt | null;
  ticket: { id: number; number: string; subject: string } | null;
  tries: number;
  may: { approve: boolean; refuse: boolean; withdraw: boolean; why_not: Both | null };
}
export interface Desk {
  waiting: Proposal[];
  mine: Proposal[];
  done: Proposal[];
  count: number;
}
export interface Effects {
  answered: boolean;
  effects: Both[];
  missing: Both[];
  refused: Both | null;
  seats: string[][];
  usd: string | null;
  customer: Both | null;
}
export interface Asked {
  client_id: string;
  type: string;
  params: Record<string, Value>;
  reason_code: string;
  words: string;
  legal_basis: string;
  consent: { method: string; ref: string; at: string } | null;
  uid: string;
}

export const bar = (ticket: number) => ask<Bar>("GET", `/tickets/${ticket}/actions`);
export const ofTicket = (ticket: number) => ask<{ proposals: Proposal[] }>("GET", `/tickets/${ticket}/proposals`);
export const propose = (ticket: number, asked: Asked) => ask<Proposal>("POST", `/tickets/${ticket}/proposals`, asked);
export const preview = (ticket: number, asked: Asked) => ask<Effects>("POST", `/tickets/${ticket}/proposals/preview`, asked);
export const desk = () => ask<Desk>("GET", "/proposals");
export const approve = (id: number, words: string) => ask<Proposal>("POST", `/proposals/${id}/approval`, { words });
export const refuse = (id: number, words: string) => ask<Proposal>("POST", `/proposals/${id}/refusal`, { words });
export const withdraw = (id: number) => ask<Proposal>("POST", `/proposals/${id}/withdrawal`, {});
