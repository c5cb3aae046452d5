/** The routes of side threads, raised hands and whispers. */
import { ask } from "@/api/http";
import type { FileInfo, Language, Person, Severity, Status } from "@/api/types";

export type Kind = "swarm" | "side" | "whisper";

export interface TeamName extends Record<Language, string> {
  key: string;
}

/** Somebody outside who takes part by mail. gone: taken out again. */
export interface Outsider {
  id: number;
  address: string;
  name: string;
  gone: boolean;
}
/** Words on their way to an outsider; error: what the other server said. */
export interface Letter {
  id: number;
  outsider_id: number;
  state: "queued" | "sent" | "failed" | "bounced";
  error: string;
}

export interface Thread {
  id: number;
  ticket_id: number;
  kind: Kind;
  title: string;
  about: Person | null;
  people: Person[];
  teams: TeamName[];
  opened_at: string;
  opened_by: Person;
  closed_at: string | null;
  closed_by: Person | null;
  said_at: string | null;
  last_words: string;
  messages: number;
  unread: number;
  member: boolean;
  outside: Outsider[];
}

/** What a ticket is about, without its customer. ticket_id is null for who may not open it. */
export interface Glimpse {
  ticket_id: number | null;
  number: string;
  reason: Record<Language, string> | null;
  severity: Severity;
  status: Status;
  channel: string;
  language: string;
  opened_at: string;
  waiting_since: string | null;
}

export interface Said {
  seq: number;
  client_id: string;
  author: Person | null;
  body: string;
  removed: string[];
  at: string;
  outside: Outsider | null;
  letters: Letter[];
  files: FileInfo[];
  note: string;
}

export interface Hand {
  id: number;
  ticket_id: number;
  number: string;
  severity: Severity;
  staff: Person;
  words: string;
  raised_at: string;
}

export interface Shown {
  thread: Thread;
  about: Glimpse;
  messages: Said[];
}

export interface Choice extends Person {
  role: string;
  state: string;
}
export interface TeamChoice extends TeamName {
  here: number;
}

export interface Asked {
  people: number[];
  teams: string[];
}

export const ofTicket = (ticket: number) => ask<{ threads: Thread[]; hands: Hand[] }>("GET", `/tickets/${ticket}/threads`);
export const mine = () => ask<{ threads: { thread: Thread; about: Glimpse }[]; unread: number }>("GET", "/threads/mine");
export const choices = () => ask<{ people: Choice[]; teams: TeamChoice[] }>("GET", "/threads/choices");
export const shown = (id: number) => ask<Shown>("GET", `/threads/${id}`);
export const open = (ticket: number, body: { client_id: string; kind: Kind; title: string; body: string; outside: string } & Asked) =>
  ask<{ id: number }>("POST", `/tickets/${ticket}/threads`, body);
export const say = (id: number, client_id: string, body: string, to: number[]) => ask<Said>("POST", `/threads/${id}/messages`, { client_id, body, to });
export const domains = () => ask<{ domains: string[] }>("GET", "/threads/domains");
export const addOutsider = (id: number, address: string, name: string) => ask<{ id: number }>("POST", `/threads/${id}/outsiders`, { address, name });
export const removeOutsider = (id: number, outsider: number) => ask<void>("DELETE", `/threads/${id}/outsiders/${outsider}`);
export const fileOf = (id: number, file: string): string => `/api/console/threads/${id}/files/${encodeURIComponent(file)}`;
export const read = (id: number, seq: number) => ask<void>("PUT", `/threads/${id}/read`, { seq });
export const invite = (id: number, asked: Asked) => ask<void>("POST", `/threads/${id}/people`, asked);
export const close = (id: number) => ask<void>("PUT", `/threads/${id}/closure`);
export const reopen = (id: number) => ask<void>("DELETE", `/threads/${id}/closure`);
export const whisper = (ticket: number, client_id: string, body: string, to: number | null) =>
  ask<{ id: number }>("POST", `/tickets/${ticket}/whispers`, { client_id, body, to });
export const raiseHand = (ticket: number, words: string) => ask<void>("PUT", `/tickets/${ticket}/hand`, { words });
export const lowerHand = (ticket: number, staff?: number) => ask<void>("DELETE", `/tickets/${ticket}/hand${staff ? `?staff_id=${staff}` : ""}`);
