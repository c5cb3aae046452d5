/** The routes of words that wait for release, and of what may stand in words to customers. */
import { ask } from "@/api/http";
import type { Finding } from "@/macros/api";

export interface Held {
  id: number;
  client_id: string;
  ticket_id: number;
  number: string;
  staff_id: number;
  by_name: string;
  body: string;
  why: string;
  findings: Finding[];
  state: "waiting" | "released" | "refused" | "stale" | "taken" | "expired";
  at: string;
  expires_at: string;
  decided_by: string | null;
  decided_at: string | null;
  decided_why: string;
  seq: number | null;
}
export type Kind = "host" | "number" | "mail" | "handle" | "address";
export const KINDS: Kind[] = ["number", "mail", "handle", "address", "host"];
export interface Allowed {
  id: number;
  kind: Kind;
  written: string;
  why: string;
  added_by: string;
  at: string;
  ended_by: string | null;
  ended_at: string | null;
}
/** What a second person may let out; everything else that stops a reply never goes. */
export const RELEASABLE = new Set(["never.link", "never.number", "never.mail", "never.address"]);

export const hold = (ticket: number, body: { client_id: string; body: string; why: string; files: string[]; seen: number | null }) =>
  ask<Held>("POST", `/tickets/${ticket}/held`, body);
export const ofTicket = async (ticket: number) => (await ask<{ held: Held[] }>("GET", `/tickets/${ticket}/held`)).held;
export const list = async (which: "waiting" | "over") => (await ask<{ held: Held[] }>("GET", `/held?which=${which}`)).held;
export const rule = async (id: number, release: boolean, why: string) => (await ask<{ became: Held["state"] }>("POST", `/held/${id}/ruling`, { release, why })).became;
export const takeBack = (id: number) => ask<void>("DELETE", `/held/${id}`);
export const allowed = async () => (await ask<{ allowed: Allowed[] }>("GET", "/guard/allowed")).allowed;
export const allow = (kind: Kind, written: string, why: string) => ask<{ id: number }>("POST", "/guard/allowed", { kind, written, why });
export const bar = (id: number) => ask<void>("DELETE", `/guard/allowed/${id}`);
