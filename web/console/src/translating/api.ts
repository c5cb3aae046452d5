/** The routes of translating, of the desk's languages, and of its glossary. */
import { ask } from "@/api/http";
import type { Language } from "@/api/types";
import type { Finding } from "@/macros/api";

export type Why = "done" | "same" | "off" | "unavailable" | "changed" | "other_language" | "too_long" | "unknown_language";
/** A message for somebody who cannot read it. words: null when there is only the original. */
export interface Reading {
  seq: number;
  words: string | null;
  source: string;
  by: string;
  why: Why;
  says: Record<Language, string>;
}
/** A reply and what would go out. back: the translation translated back. */
export interface Draft {
  client_id: string;
  source: string;
  target: string;
  original: string;
  words: string | null;
  by: string;
  why: Why;
  says: Record<Language, string>;
  back: string | null;
  findings: Finding[];
}
export interface Settled {
  client_id: string;
  words: string;
  edited: boolean;
  back: string | null;
}
/** A translated reply that was sent: what its author wrote. */
export interface Said {
  seq: number;
  client_id: string;
  source: string;
  target: string;
  original: string;
  by: string;
  edited: boolean;
}

const path = (ticket: number) => `/tickets/${ticket}/translations`;
export const read = async (ticket: number, seqs: number[], into: string) =>
  (await ask<{ readings: Reading[] }>("POST", `${path(ticket)}/readings`, { seqs, into })).readings;
export const said = async (ticket: number) => (await ask<{ translations: Said[] }>("GET", path(ticket))).translations;
export const draft = (ticket: number, client_id: string, text: string, source: string, target: string) =>
  ask<Draft>("PUT", `${path(ticket)}/${client_id}`, { text, source, target });
export const settle = (ticket: number, client_id: string, words: string) => ask<Settled>("PUT", `${path(ticket)}/${client_id}/words`, { words });
