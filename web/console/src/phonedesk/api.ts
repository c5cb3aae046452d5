/** The routes of the phone desk and their shapes; see the server's `channels/phone/view.py`. */
import { ask } from "@/api/http";
import type { Severity } from "@/api/types";

export type State = "menu" | "waiting" | "ringing" | "bringing" | "talking" | "held" | "voicemail" | "ended";

/** number: the other side's, masked. place: callers before it. mine: I have it; code: what I read out to the caller then. who: the account behind it, masked; only `proven` says that it is them. open: its newest open ticket. */
export interface Call {
  id: number;
  line_id: number;
  line: string;
  direction: "in" | "out";
  number: string;
  ours: string;
  language: string;
  state: State;
  lane: string;
  severity: Severity;
  ticket_id: number | null;
  ticket: string;
  about: string;
  proven: boolean;
  hint: boolean;
  consent: boolean | null;
  began_at: string;
  waiting_since: string | null;
  answered_at: string | null;
  ended_at: string | null;
  outcome: string | null;
  staff_id: number | null;
  staff: string;
  place: number | null;
  mine: boolean;
  offered: boolean;
  offered_until: string | null;
  not_before: string | null;
  code: string;
  seconds: number | null;
  who: string;
  tier: string;
  open: string;
}
/** Somebody on shift whose phone may ring. */
export interface Colleague {
  id: number;
  name: string;
  role: string;
  free: boolean;
}
export interface Desk {
  live: Call[];
  waiting: Call[];
  wait: { usually_s: number | null; slowest_s: number | null };
  ready: number;
  free: number;
  own: { number: string; verified: boolean } | null;
}
export interface Recording {
  id: number;
  kind: "talk" | "voicemail";
  seconds: number;
  state: "waiting" | "kept" | "absent" | "failed";
  file_id: string | null;
  sha256: string;
  deleted_at_provider: boolean;
}
export interface Leg {
  staff_id: number;
  staff: string;
  purpose: string;
  state: string;
  began_at: string;
  joined_at: string | null;
  ended_at: string | null;
}
export interface OneCall {
  call: Call;
  legs: Leg[];
  recordings: Recording[];
}
export interface Line {
  id: number;
  name: string;
  number: string;
  state: string;
  languages: string[];
  regions: string[];
  tiers: string[];
  hours: string;
  open: boolean;
  opens: string | null;
  zone: string;
}
export interface Log {
  calls: Call[];
  more: boolean;
}

const one = (id: number) => `/phone/calls/${id}`;

export const desk = () => ask<Desk>("GET", "/phone/desk");
export const colleagues = () => ask<Colleague[]>("GET", "/phone/colleagues");
export const lines = () => ask<Line[]>("GET", "/phone/lines");
export const ofTicket = (ticket: number) => ask<Call[]>("GET", `/tickets/${ticket}/phone-calls`);
export const call = (id: number) => ask<OneCall>("GET", one(id));
export const answer = (id: number) => ask<OneCall>("POST", `${one(id)}/answer`, {});
export const end = (id: number) => ask<OneCall>("POST", `${one(id)}/end`, {});
export const giveBack = (id: number) => ask<OneCall>("POST", `${one(id)}/return`, {});
export const hold = (id: number, on: boolean) => ask<OneCall>("POST", `${one(id)}/hold`, { on });
export const transfer = (id: number, staff_id: number) => ask<OneCall>("POST", `${one(id)}/transfer`, { staff_id });
export const note = (id: number, words: string, key: string) => ask<OneCall>("POST", `${one(id)}/notes`, { words, key });
export const proof = (id: number, code: string, uid: string) => ask<{ ticket_id: number }>("POST", `${one(id)}/proof`, { code, uid });
export const setOwn = (number: string) => ask<void>("PUT", "/phone/own", { number });
export const verifyOwn = (code: string) => ask<void>("POST", "/phone/own/code", { code });
export const removeOwn = () => ask<void>("DELETE", "/phone/own");
export function log(by: { line?: number | null; before?: number | null; number?: string }): Promise<Log> {
  const query = new URLSearchParams();
  if (by.line) query.set("line_id", String(by.line));
  if (by.before) query.set("before", String(by.before));
  if (by.number) query.set("number", by.number);
  return ask<Log>("GET", `/phone/calls?${query}`);
}
