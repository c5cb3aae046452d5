/** The routes of who somebody is. */
import { ask } from "@/api/http";
import { newId } from "@/kit/id";

/** 0 anybody, 1 contact, 2 signed in, 3 proven just now, 4 reviewed by two people. */
export type Level = 0 | 1 | 2 | 3 | 4;
export interface Standing {
  level: Level;
  method: string;
  at: string | null;
  until: string | null;
  uid: string | null;
}
export interface Pair {
  id: number;
  /** The code that staff read out; the customer's own is not known here. */
  say: string;
  expires_at: string;
}
export interface Review {
  id: number;
  core_ref: string;
  words: string;
  maker_id: number;
  maker: string;
  at: string;
  outcome: "open" | "agreed" | "refused";
  checker: string | null;
  checker_words: string;
  decided_at: string | null;
}
export interface Desk {
  standing: Standing;
  account: boolean;
  failed: { times: number; channels: number; tickets: number; locked_until: string | null };
  link: { at: string; expires_at: string; used_at: string | null } | null;
  codes: Pair | null;
  reviews: Review[];
  now: string;
}
export interface Ways {
  methods: string[];
  /** When the number on file may be called back; null: now. */
  call_back_from: string | null;
  waiting: Record<string, string>;
}
export interface Result {
  result: "proven" | "wrong" | "locked" | "expired" | "pending";
  attempts_left: number | null;
}

const base = (ticket: number) => `/tickets/${ticket}/identity`;
export const desk = (ticket: number) => ask<Desk>("GET", base(ticket));
export const ways = (ticket: number) => ask<Ways>("GET", `${base(ticket)}/methods`);
export const sendLink = (ticket: number) => ask<{ until: string }>("POST", `${base(ticket)}/links`, { client_id: newId() });
export const makeCodes = (ticket: number) => ask<Pair>("POST", `${base(ticket)}/codes`);
export const typeCode = (ticket: number, pair: number, code: string) => ask<Result>("POST", `${base(ticket)}/codes/${pair}/answer`, { code });
export const openReview = (ticket: number, core_ref: string, words: string) => ask<{ id: number }>("POST", `${base(ticket)}/reviews`, { core_ref, words });
export const decide = (review: number, outcome: "agreed" | "refused", words: string) => ask<void>("POST", `/identity/reviews/${review}/decision`, { outcome, words });
export const revoke = (ticket: number) => ask<void>("POST", `${base(ticket)}/revocation`);
