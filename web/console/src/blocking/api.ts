/** The routes of blocked customers. */
import { ask } from "@/api/http";

export interface Block {
  id: number;
  name: string;
  ticket_id: number;
  number: string;
  reason: string;
  until: string | null;
  by: string;
  at: string;
  ended_by: string | null;
  ended_at: string | null;
  ended_why: string;
  over: boolean;
  unheard: number;
}
export interface OfCustomer { blocks: Block[]; unheard: { id: number; channel: string; body: string; at: string }[] }

export const ofTicket = (ticket: number) => ask<OfCustomer>("GET", `/tickets/${ticket}/block`);
export const block = (ticket: number, reason: string, until: string | null) => ask<void>("POST", `/tickets/${ticket}/block`, { reason, until });
export const unblock = (ticket: number, why: string) => ask<void>("POST", `/tickets/${ticket}/unblock`, { why });
export const list = async () => (await ask<{ blocks: Block[] }>("GET", "/blocks")).blocks;
