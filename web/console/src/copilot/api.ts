/** The routes of the copilot, and those of the assistant that say why it said something. */
import { ask } from "@/api/http";
import type { Language } from "@/api/types";

type Both = Record<Language, string>;
export type Opens = "draft" | "checklist" | "case" | "exchange" | "recovery" | "reason" | "status";

export interface Advice {
  code: string;
  of: "checklist" | "triage" | "play" | "case";
  words: Both;
  why: Both;
  opens: Opens;
}
/** drafts, summaries: a model words them. */
export interface Now {
  next: Advice | null;
  then: Advice[];
  drafts: boolean;
  summaries: boolean;
}
export interface Source extends Both {
  kind: "macro" | "article" | "exchange";
  words: string;
  url: string;
  version: number;
  at: string | null;
  language: string;
}
/** why: why a model's words are not shown; strange: what of them stood in no source. */
export interface Draft {
  id: number;
  body: string;
  language: string;
  wanted: string;
  made_by: "desk" | "model";
  why: string;
  strange: string[];
  sources: Source[];
  macro_id: number | null;
}
export interface Line {
  kind: "wants" | "newest" | "said" | "promised" | "known" | "open" | "next";
  words: Both;
  quote: string;
  /** The messages it rests on. */
  seqs: number[];
}
export interface Summary {
  lines: Line[];
  text: string;
  made_by: "desk" | "model";
  why: string;
}
export interface Similar {
  id: number;
  number: string;
  subject: string;
  reason: string | null;
  resolved_at: string | null;
  ended: string;
  ended_seq: number;
  alike: number;
  shared: string[];
}

const of = (ticket: number) => `/tickets/${ticket}/copilot`;
export const now = (ticket: number) => ask<Now>("GET", of(ticket));
export const draft = (ticket: number, worded: boolean) => ask<Draft>("POST", `${of(ticket)}/draft`, { worded });
export const use = (id: number) => ask<void>("PUT", `/copilot-drafts/${id}/use`, {});
export const drop = (id: number) => ask<void>("PUT", `/copilot-drafts/${id}/drop`, {});
export const summary = (ticket: number, worded = false) => (worded ? ask<Summary>("POST", `${of(ticket)}/summary`, {}) : ask<Summary>("GET", `${of(ticket)}/summary`));
export const similar = async (ticket: number) => (await ask<{ tickets: Similar[] }>("GET", `${of(ticket)}/similar`)).tickets;

/** One stage of a turn of the assistant. took_us: microseconds. */
export interface Stage extends Both {
  name: string;
  took_us: number;
  detail: Record<string, string | number | string[]>;
}
export interface Cited {
  kind: "article" | "exchange";
  title: string;
  url: string;
  version: number;
  at: string | null;
}
export interface Parts {
  lead: string;
  choices: { label: string }[];
  sources: Cited[];
  place: { flow: string; at: number; of: number } | null;
}
/** seq: of the customer's message; reply_seq: of the answer. */
export interface Turn {
  seq: number;
  reply_seq: number | null;
  kind: string;
  reason: string;
  language: string;
  parts: Parts | null;
  stages: Stage[];
  took_us: number;
  model: string;
  at: string;
}
export interface Rules {
  active: boolean;
  channels: string[];
  languages: string[];
  to_people: string[];
  misses: number;
  version: number;
}
export interface Tried {
  move: { kind: string; text: string; parts: Parts; reason: string };
  language: string;
  stages: Stage[];
  took_us: number;
  model: string;
}
export type Verdict = "wrong_reason" | "wrong_answer" | "right";

export const turns = async (ticket: number) => (await ask<{ turns: Turn[] }>("GET", `/tickets/${ticket}/assistant`)).turns;
export const correct = (ticket: number, body: { seq: number; kind: Verdict; reason?: string; article?: number }) =>
  ask<void>("POST", `/tickets/${ticket}/assistant/corrections`, body);
export const rules = () => ask<Rules>("GET", "/assistant/settings");
export const setRules = (to: Rules) => ask<Rules>("PUT", "/assistant/settings", to);
export const tryOut = (said: string, language: string) => ask<Tried>("POST", "/assistant/try", { words: said, language });
