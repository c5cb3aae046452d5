/** The wall's routes and their shapes; see the server's `desk/wall/model.py` for units. */
import { ask } from "@/api/http";
import type { Severity } from "@/api/types";
import { newId } from "@/kit/id";

export interface Emergencies {
  open: number;
  since: string | null;
  ticket_id: number | null;
  number: string;
  subject: string;
  customer: string;
  owner: string | null;
}
export interface Figures {
  emergencies: Emergencies;
  waiting: number;
  waiting_before: number;
  longest_s: number | null;
  longest_team: string | null;
  longest_over_s: number | null;
  promises: number;
  at_risk: number;
  kept: number;
  broken: number;
}
export interface Queue {
  key: string;
  zh: string;
  en: string;
  languages: string[];
  waiting: number;
  longest_s: number | null;
  promised_s: number | null;
  ninety_s: number | null;
  left: number;
  free: number;
  shift: number;
}
export interface Hand {
  id: number;
  ticket_id: number;
  number: string;
  severity: Severity;
  staff: { id: number; name: string };
  words: string;
  raised_at: string;
}
export type AgentState = "available" | "busy" | "away" | "offline";
export interface Member {
  id: number;
  name: string;
  role: string;
  state: AgentState;
  since: string;
  note: string;
  languages: string[];
  used: number;
  of: number;
  hand: Hand | null;
}
export interface Edge {
  ticket_id: number;
  number: string;
  subject: string;
  severity: Severity;
  kind: "first_reply" | "next_reply" | "resolve" | "update";
  due_at: string;
  owner_id: number | null;
  owner: string | null;
  team_zh: string | null;
  team_en: string | null;
}
export interface Contacts {
  since: string;
  counts: number[];
  low: number[];
  high: number[];
}
export interface Mode {
  id: number;
  reason: string;
  slots: number | null;
  p4_later: boolean;
  surveys_off: boolean;
  callback_first: boolean;
  started_at: string;
  by_name: string;
  until: string;
}
export interface Topic {
  topic: string;
  n: number;
  usual: number;
  spread: number;
  samples: number;
  factor: number;
  level: "usual" | "rising" | "high";
  detail: Record<string, number>;
  since: string;
}
export interface Rising {
  topic: Topic;
  zh: string;
  en: string;
}
export interface Ongoing {
  id: number;
  zh: string;
  en: string;
  state: "investigating" | "identified" | "monitoring" | "resolved";
  severity: Severity;
  public: boolean;
  since: string;
  next_update_by: string | null;
  attached: number;
}
export interface Wall {
  at: string;
  figures: Figures;
  queues: Queue[];
  crew: Member[];
  edge: Edge[];
  contacts: Contacts;
  surge: { mode: Mode | null; dial: number | null; rising: Rising[] };
  incidents: Ongoing[];
  slots: number;
}
export interface Candidate {
  id: number;
  name: string;
  role: string;
  state: AgentState;
  able: boolean;
  used: number;
  of: number;
}
export interface SurgeBody {
  reason: string;
  hours: number;
  slots: number | null;
  p4_later: boolean;
  surveys_off: boolean;
  callback_first: boolean;
}

export const readWall = () => ask<Wall>("GET", "/wall");
export const candidates = (ticket: number) => ask<Candidate[]>("GET", `/wall/tickets/${ticket}/candidates`);
export const give = (ticket: number, staff: number) => ask<{ seq: number }>("POST", `/wall/tickets/${ticket}/owner`, { staff_id: staff });
export const take = (ticket: number) => ask<{ seq: number }>("POST", `/tickets/${ticket}/take`);
export const whisper = (ticket: number, body: string, to: number | null) =>
  ask<{ id: number }>("POST", `/tickets/${ticket}/whispers`, { client_id: newId(), body, to });
export const startSurge = (body: SurgeBody) => ask<Mode>("POST", "/surge/mode", body);
export const endSurge = () => ask<void>("DELETE", "/surge/mode");
export const turnDial = (slots: number | null) => ask<unknown>("PUT", "/surge/dial", { slots });
