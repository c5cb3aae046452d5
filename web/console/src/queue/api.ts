/** The routes of the queue. Times are RFC 3339 in UTC, lengths seconds. */
import { ask } from "@/api/http";
import type { Person, Severity } from "@/api/types";

export type AgentState = "available" | "busy" | "away" | "offline";

export interface TeamName {
  key: string;
  zh: string;
  en: string;
}

export interface Slots {
  used: number;
  of: number;
}

/** A ticket put before me until `deadline`. */
export interface Offer {
  ticket: number;
  number: string;
  subject: string;
  severity: Severity;
  language: string;
  team: string;
  offered_at: string;
  deadline: string;
}

export interface MyState {
  state: AgentState;
  since: string | null;
  set_by: string | null;
  note: string;
  slots: Slots;
  teams: TeamName[];
  offers: Offer[];
}

export interface TeamLine extends TeamName {
  waiting: number;
  by_severity: Partial<Record<Severity, number>>;
  longest_s: number | null;
  agents: Record<AgentState, number>;
  slots: Slots;
  offers: { ticket: number; number: string; severity: Severity; staff: Person; deadline: string }[];
  usually_s: number | null;
  slowest_s: number | null;
}

/** topic: the beginning of a reason code, empty for all. level: 1 learning, 2 able, 3 expert. */
export interface Skill {
  language: string;
  topic: string;
  level: number;
}

export interface Placed extends Person {
  role: string;
  state: AgentState;
  since: string | null;
  note: string;
  teams: string[];
  skills: Skill[];
}

export const myState = () => ask<MyState>("GET", "/me/state");
export const setState = (state: AgentState, note: string) => ask<MyState>("PUT", "/me/state", { state, note });
export const teamLines = () => ask<TeamLine[]>("GET", "/queue");
export const placed = () => ask<Placed[]>("GET", "/queue/staff");
export const place = (id: number, teams: string[], skills: Skill[]) => ask<void>("PUT", `/queue/staff/${id}`, { teams, skills });
export const take = (ticket: number) => ask<{ version: number; seq: number; owner: Person }>("POST", `/tickets/${ticket}/take`);
export const giveBack = (ticket: number) => ask<{ version: number | null; seq: number | null }>("POST", `/tickets/${ticket}/return`);
