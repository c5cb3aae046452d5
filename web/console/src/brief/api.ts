/** The routes of brief, hand-over and duty log; see the server's `desk/brief/model.py`. */
import { ask } from "@/api/http";
import type { AuthorKind, Severity, Status } from "@/api/types";
import { newId } from "@/kit/id";
import type { Mode, Ongoing } from "@/wall/api";

export interface Watch {
  id: number;
  words: string;
  at: string;
  by_name: string;
  until: string;
}
export interface Changed {
  kind: "article" | "macro" | "policy" | "ladder";
  what: "saved" | "removed";
  zh: string;
  en: string;
  by_name: string;
  at: string;
}
export interface Due {
  ticket_id: number;
  number: string;
  subject: string;
  severity: Severity;
  by: string;
}
export interface Handed {
  id: number;
  ticket_id: number;
  number: string;
  subject: string;
  from_name: string;
  words: string;
  at: string;
  read_at: string | null;
}
export interface Brief {
  since: string;
  read_at: string | null;
  incidents: Ongoing[];
  mode: Mode | null;
  watches: Watch[];
  changed: Changed[];
  promises: Due[];
  handed: Handed[];
}
export interface Draft {
  ticket: {
    ticket_id: number;
    number: string;
    subject: string;
    status: Status;
    severity: Severity;
    language: string;
    customer: string;
    waiting_since: string | null;
    promised: string | null;
    said_by: AuthorKind | null;
    said: string | null;
    said_at: string | null;
  };
  words: string;
}
export interface Entry {
  id: number;
  shift: string;
  words: string;
  at: string;
  by_id: number;
  by_name: string;
  corrects: number | null;
  incidents: { id: number; zh: string; en: string; state: string; severity: Severity; attached: number }[];
}

export const readBrief = () => ask<Brief>("GET", "/brief");
export const markRead = () => ask<Brief>("POST", "/brief/read");
export const postWatch = (words: string, hours: number) => ask<Watch>("POST", "/brief/watches", { words, hours });
export const endWatch = (id: number) => ask<void>("DELETE", `/brief/watches/${id}`);
export const readDrafts = () => ask<Draft[]>("GET", "/brief/handover");
/** Whom a ticket goes to: a colleague, a team's queue, or neither, which leaves it in its own queue. */
export interface Receiver {
  to: number | null;
  to_team: string | null;
}
export const handOver = (ticket: number, client_id: string, words: string, receiver: Receiver) =>
  ask<void>("POST", `/brief/tickets/${ticket}/handover`, { client_id, words, ...receiver });
export const readLog = (before: number | null) => ask<Entry[]>("GET", before ? `/brief/log?before=${before}` : "/brief/log");
export const writeLog = (shift: string, words: string, corrects: number | null) =>
  ask<Entry>("POST", "/brief/log", { client_id: newId(), shift, words, corrects });
