/** What became of a ticket's messages at messengers; see the server's `channels/messengers/delivery_store.py`. */
import { ask } from "@/api/http";

export type State = "queued" | "sent" | "delivered" | "read" | "failed";
export interface Delivery {
  id: number;
  seq: number | null;
  channel: string;
  connection_id: number;
  name: string;
  state: State;
  why: string;
  tries: number;
  at: string;
  sent_at: string | null;
  settled_at: string | null;
}
export interface Reach {
  channel: string;
  connection_id: number;
  name: string;
  state: string;
  called: string;
  username: string;
  bound: boolean;
  here: boolean;
  stopped: boolean;
  said_at: string | null;
  /** Until when the platform lets us write freely; null where it always does. */
  until: string | null;
}
export interface Deliveries {
  deliveries: Delivery[];
  chats: Reach[];
}

export const deliveries = (ticket: number) => ask<Deliveries>("GET", `/tickets/${ticket}/deliveries`);
