/** The routes of emergencies. */
import { ask } from "@/api/http";

export interface Both {
  zh: string;
  en: string;
}
export interface Case {
  id: number;
  ticket_id: number;
  number: string;
  name: string;
  uid: string;
  kind: "stolen" | "risk";
  drill: boolean;
  cause: string;
  at: string;
  taker: string;
  mine: boolean;
  taken_at: string | null;
  ring_due: string | null;
  update_due: string | null;
  told_at: string | null;
  country: string;
  ended_at: string | null;
  outcome: string | null;
}
export interface Freeze {
  state: "asked" | "waiting" | "frozen" | "refused";
  why: string;
  proof: string;
  outside: boolean;
  asked_at: string;
  frozen_at: string | null;
  until: string | null;
  confirmed_at: string | null;
  lifted_at: string | null;
  asked: { type: string; state: string; why: string }[];
  cancelled: number;
  keys: number;
}
export interface Group {
  position: number;
  zh: string;
  en: string;
  owner_kind: "role" | "team" | "person";
  owner_key: string;
  wait_s: number;
}
export interface Outgoing {
  withdrawal_id: string;
  coin: string;
  network: string;
  amount: string;
  txid: string;
  address: string;
  state: string;
  left_at: string | null;
  cls: "internal" | "own" | "external" | "unknown";
  risk: string;
}
export interface Step {
  key: string;
  label: Both;
  at: string | null;
  by: string;
}
export interface Whole {
  case: Case;
  freeze: Freeze | null;
  rung: { round: number; position: number; at: string; staff_id: number; name: string }[];
  groups: Group[];
  steps: Step[];
  outgoing: Outgoing[];
  answers: { what: string; when: string; given: string[]; mail_safe: string; elsewhere: string } | null;
  answered_at: string | null;
  seal: { at: string; sha256: string } | null;
  /** What I say to the customer so that they know me; empty unless I have the case. */
  code: string;
  crisis: { country: string; name: Both; lines: Both }[];
  thaws: { proposal_id: number; state: string; not_before: string; told: number; stopped_at: string | null }[];
  pack: { n: number; code: string; at: string; pdf_sha256: string; json_sha256: string; pdf_size: number } | null;
  now: string;
}
export interface Drill {
  id: number;
  number: string;
  at: string;
  ended_at: string | null;
  taker: string;
  taken_at: string | null;
}
export interface Report {
  id: number;
  number: string;
  at: string;
  ended_at: string | null;
  taker: string;
  steps: { key: string; label: Both; target_s: number; took_s: number | null; met: boolean }[];
  met: number;
}

export const live = () => ask<{ cases: Case[]; count: number }>("GET", "/emergencies");
export const one = (id: number) => ask<Whole>("GET", `/emergencies/${id}`);
export const ofTicket = (ticket: number) => ask<{ emergency: Case | null }>("GET", `/tickets/${ticket}/emergency`);
export const raise = (ticket: number, kind: "stolen" | "risk") => ask<{ id: number }>("POST", `/tickets/${ticket}/emergency`, { kind });
export const take = (id: number) => ask<Whole>("POST", `/emergencies/${id}/taking`);
export const step = (id: number, key: string, done: boolean) => ask<void>("POST", `/emergencies/${id}/steps`, { key, done });
export const end = (id: number, outcome: string) => ask<void>("POST", `/emergencies/${id}/end`, { outcome });
export const rings = () => ask<{ groups: Group[] }>("GET", "/emergency-rings");
export const setRings = (groups: Omit<Group, "position">[]) => ask<{ groups: Group[] }>("PUT", "/emergency-rings", { groups });
export const makePack = (id: number) => ask<unknown>("POST", `/emergencies/${id}/pack`);
export const packPath = (id: number, kind: "pdf" | "json") => `/api/console/emergencies/${id}/pack/${kind}`;
export const drills = () => ask<{ drills: Drill[] }>("GET", "/emergency-drills");
export const startDrill = (uid: string) => ask<{ id: number }>("POST", "/emergency-drills", { uid });
export const report = (id: number) => ask<Report>("GET", `/emergency-drills/${id}`);
export const snapshotPath = (id: number) => `/api/console/emergencies/${id}/snapshot`;
