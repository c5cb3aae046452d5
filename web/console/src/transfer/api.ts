/** The routes of transfers. */
import { ask } from "@/api/http";
import type { Person } from "@/api/types";
import type { Glimpse, TeamName } from "@/threads/api";

export interface Transfer {
  id: number;
  ticket_id: number;
  sender: Person;
  to_staff: Person | null;
  to_team: TeamName | null;
  summary: string;
  at: string;
  outcome: "accepted" | "returned" | "withdrawn" | "queued" | null;
  answered_at: string | null;
  answered_by: Person | null;
  why: string;
}

/** hinders: the code of a refusal; null for who can have the ticket. */
export interface Receiver extends Person {
  role: string;
  state: string;
  teams: string[];
  load: number;
  knows: boolean;
  hinders: "receiver_may_not" | "receiver_lacks_skill" | "receiver_outside" | null;
}
export interface ReceivingTeam extends TeamName {
  able: number;
  here: number;
}
export interface Prepared {
  summary: string;
  language: string;
  people: Receiver[];
  teams: ReceivingTeam[];
}
export interface Listed {
  transfer: Transfer;
  about: Glimpse;
}
export interface OfTicket {
  transfers: Transfer[];
  times: number;
  ping_pong: boolean;
}

export const ofTicket = (ticket: number) => ask<OfTicket>("GET", `/tickets/${ticket}/transfers`);
export const prepared = (ticket: number) => ask<Prepared>("GET", `/tickets/${ticket}/transfer-draft`);
export const offer = (ticket: number, to: { to_staff: number } | { to_team: string }, summary: string) =>
  ask<{ id: number }>("POST", `/tickets/${ticket}/transfers`, { ...to, summary });
export const toQueue = (ticket: number, client_id: string, team: string, summary: string) =>
  ask<void>("POST", `/tickets/${ticket}/team-queue`, { client_id, team, summary });
export const mine = () => ask<{ transfers: Listed[] }>("GET", "/transfers");
export const accept = (id: number) => ask<void>("POST", `/transfers/${id}/acceptance`);
export const giveBack = (id: number, why: string) => ask<void>("POST", `/transfers/${id}/return`, { why });
export const withdraw = (id: number) => ask<void>("POST", `/transfers/${id}/withdrawal`);
