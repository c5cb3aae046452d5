/** The routes of service levels. Times are RFC 3339 in UTC, budgets and lengths seconds. */
import { ask } from "@/api/http";
import type { Due, Language, Person, Severity } from "@/api/types";

export type Kind = Due["kind"];

/** One step of why something is due. what: policy, start, plan, open, closed, paused, pause, capped, more or result. */
export interface Step extends Record<Language, string> {
  what: string;
  at: string;
  until: string | null;
  seconds: number | null;
}

export interface Clock {
  kind: Exclude<Kind, "update">;
  turn: number;
  /** resolved: stands until the ticket is reopened. late: met, after it was due. */
  state: "running" | "paused" | "overdue" | "met" | "late" | "resolved" | "dropped";
  started_at: string;
  due_at: string | null;
  budget_s: number;
  spent_s: number;
  percent: number;
  met_at: string | null;
  breached_at: string | null;
  policy: { id: number; name: string };
  calendar: { id: number; name: string; zone: string; always: boolean };
  steps: Step[];
}

export interface Promised {
  id: number;
  ticket_id: number;
  state: "open" | "kept" | "broken";
  by: string;
  made_at: string;
  made_by: Person;
  message_seq: number | null;
  moves: number;
  percent: number;
  kept_at: string | null;
  broken_at: string | null;
}

export interface Clocks {
  now: string;
  clocks: Clock[];
  pauses: { since: string; until: string | null; reason: string; actor: string }[];
  promises: Promised[];
}

/** day: 0 is Monday. A close at or before open is on the next day; "24:00" is midnight. */
export interface Span {
  day: number;
  open: string;
  close: string;
}

export interface CalendarFields {
  name: string;
  zone: string;
  always: boolean;
  hours: Span[];
  holidays: string[];
}
export interface Calendar extends CalendarFields {
  id: number;
}

/** Lists that are null match every ticket; budgets that are null are not measured. */
export interface PolicyFields {
  name: string;
  calendar_id: number;
  tiers: string[] | null;
  severities: Severity[] | null;
  channels: string[] | null;
  reasons: string[] | null;
  first_reply_s: number | null;
  next_reply_s: number | null;
  resolve_s: number | null;
  update_s: number | null;
  pause_cap_s: number;
}
export interface Policy extends PolicyFields {
  id: number;
}

export interface Attainment {
  kind: Kind;
  severity: Severity;
  met: number;
  breached: number;
  running: number;
  risk: number;
  dropped: number;
  attainment: number | null;
}

export type Outcome = "met" | "breached" | "running" | "risk" | "dropped";

/** A ticket behind a figure. */
export interface Measured {
  ticket: number;
  number: string;
  subject: string;
  severity: Severity;
  due_at: string;
  met_at: string | null;
}

export const clocks = (ticket: number) => ask<Clocks>("GET", `/tickets/${ticket}/clocks`);
export const promise = (ticket: number, client_id: string, by: string, words = "") =>
  ask<Promised>("POST", `/tickets/${ticket}/promises`, { client_id, by, words });
export const move = (id: number, client_id: string, by: string, words: string) => ask<Promised>("PATCH", `/promises/${id}`, { client_id, by, words });

export const calendars = async () => (await ask<{ calendars: Calendar[] }>("GET", "/sla/calendars")).calendars;
export const saveCalendar = (id: number | null, fields: CalendarFields) =>
  ask<{ id: number }>(id ? "PUT" : "POST", id ? `/sla/calendars/${id}` : "/sla/calendars", fields);
export const removeCalendar = (id: number) => ask<void>("DELETE", `/sla/calendars/${id}`);
export const policies = async () => (await ask<{ policies: Policy[] }>("GET", "/sla/policies")).policies;
export const savePolicy = (id: number | null, fields: PolicyFields) =>
  ask<{ id: number }>(id ? "PUT" : "POST", id ? `/sla/policies/${id}` : "/sla/policies", fields);
export const removePolicy = (id: number) => ask<void>("DELETE", `/sla/policies/${id}`);
export const attainment = (days: number) => ask<{ since: string; until: string; rows: Attainment[] }>("GET", `/sla/attainment?days=${days}`);
export const measured = (days: number, kind: Kind, severity: Severity, outcome: Outcome) =>
  ask<{ tickets: Measured[]; more: boolean }>("GET", `/sla/attainment/tickets?days=${days}&kind=${kind}&severity=${severity}&outcome=${outcome}`);
