/** The routes of escalation and ladders. Waits are seconds. */
import { ask } from "@/api/http";
import type { Person, Severity } from "@/api/types";
import type { Glimpse } from "@/threads/api";

export type Cause = "asked" | "breach" | "promise";

/** person: key is an id; role: its name; lead: of the team with this key, of the ticket's own when empty. */
export interface Owner {
  kind: "person" | "role" | "lead";
  key: string;
}
export interface Step {
  owner: Owner;
  wait_s: number;
  assign: boolean;
  severity: Exclude<Severity, "P4"> | null;
  thread: boolean;
}

export interface Hold {
  step: number;
  owner: Person;
  role: string;
  since: string;
  acknowledged_at: string | null;
  until: string | null;
  why: "unanswered" | "handed_back" | "taken" | "gone" | "ended" | null;
  words: string | null;
}

export interface Escalation {
  id: number;
  ticket_id: number;
  cause: Cause;
  name: string;
  steps: Step[];
  why: string;
  ask: string;
  started_at: string;
  started_by: Person | null;
  step: number;
  due_at: string | null;
  thread_id: number | null;
  holds: Hold[];
  ended_at: string | null;
  outcome: string | null;
  words: string | null;
}

export interface Rung {
  id: number | null;
  name: string;
  owners: Owner[];
  waits_s: number[];
}

export interface Listed {
  escalation: Escalation;
  about: Glimpse;
}
export interface Mine {
  held: Listed[];
  asked: Listed[];
  others: Listed[];
}

export interface LadderFields {
  name: string;
  reasons: string[];
  severities: Severity[];
  tiers: string[];
  teams: string[];
  on_breach: boolean;
  steps: Step[];
}
export interface Ladder extends LadderFields {
  id: number;
}

export const ofTicket = (ticket: number) => ask<{ escalations: Escalation[]; ladders: Rung[] }>("GET", `/tickets/${ticket}/escalations`);
export const escalate = (ticket: number, why: string, wanted: string, ladder_id: number | null) =>
  ask<{ id: number }>("POST", `/tickets/${ticket}/escalations`, { why, ask: wanted, ladder_id });
export const mine = () => ask<Mine>("GET", "/escalations");
export const acknowledge = (id: number) => ask<void>("POST", `/escalations/${id}/acknowledgement`);
export const handBack = (id: number, why: string) => ask<void>("POST", `/escalations/${id}/return`, { why });
export const solve = (id: number, outcome: string, words: string) => ask<void>("POST", `/escalations/${id}/outcome`, { outcome, words });
export const ladders = () => ask<{ ladders: Ladder[]; always: Ladder[] }>("GET", "/ladders");
export const saveLadder = (id: number | null, fields: LadderFields) => ask<{ id: number }>(id ? "PUT" : "POST", id ? `/ladders/${id}` : "/ladders", fields);
export const removeLadder = (id: number) => ask<void>("DELETE", `/ladders/${id}`);
