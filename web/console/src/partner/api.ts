/** The routes on keys of the exchange's systems and the webhooks they are told by; see the server's `channels/partner` and `channels/webhooks`. */
import { ask } from "@/api/http";

export const KINDS = ["ticket.opened", "ticket.changed", "ticket.merged", "ticket.unmerged", "message.posted"] as const;
export const OUTCOMES = ["waiting", "delivered", "failed", "dropped"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** shown: its first characters. */
export interface Key {
  id: number;
  name: string;
  shown: string;
  scope: "read" | "write";
  made_at: string;
  made_by: string;
  used_at: string | null;
  revoked_at: string | null;
}
/** why: why it is off. trouble_since: nothing has reached it since. delivered_day, failed_day: in the last 24 h. */
export interface Webhook {
  id: number;
  name: string;
  url: string;
  kinds: string[];
  state: "active" | "paused" | "disabled";
  why: string;
  made_at: string;
  made_by: string;
  trouble_since: string | null;
  waiting: number;
  delivered_day: number;
  failed_day: number;
  old_secret_until: string | null;
}
/** status: of the last answer, null for none. */
export interface Delivery {
  id: number;
  webhook_id: number;
  uid: string;
  kind: string;
  state: Outcome;
  tries: number;
  at: string;
  due_at: string;
  settled_at: string | null;
  status: number | null;
  said: string;
  replay_of: number | null;
}
export interface Told {
  delivery: Delivery;
  body: string;
  tries: { n: number; at: string; status: number | null; took_ms: number; said: string }[];
}
export interface Given {
  name: string;
  url: string;
  kinds: string[];
}

export const keys = () => ask<{ keys: Key[] }>("GET", "/partner-keys");
export const makeKey = (name: string, scope: Key["scope"]) => ask<{ key: Key; secret: string }>("POST", "/partner-keys", { name, scope });
export const revokeKey = (id: number) => ask<void>("DELETE", `/partner-keys/${id}`);

export const webhooks = () => ask<{ webhooks: Webhook[] }>("GET", "/webhooks");
export const make = (given: Given) => ask<{ webhook: Webhook; secret: string }>("POST", "/webhooks", given);
export const change = (id: number, given: Given) => ask<Webhook>("PATCH", `/webhooks/${id}`, given);
export const remove = (id: number) => ask<void>("DELETE", `/webhooks/${id}`);
export const rotate = (id: number) => ask<{ webhook: Webhook; secret: string }>("POST", `/webhooks/${id}/secret`, {});
export const pause = (id: number) => ask<Webhook>("POST", `/webhooks/${id}/pause`, {});
export const resume = (id: number) => ask<Webhook>("POST", `/webhooks/${id}/resume`, {});
export const test = (id: number) => ask<{ delivery_id: number }>("POST", `/webhooks/${id}/test`, {});
export const deliveries = (id: number, outcome = "", before = 0) => {
  const query = new URLSearchParams({ ...(outcome ? { outcome } : {}), ...(before ? { before: String(before) } : {}) });
  return ask<{ deliveries: Delivery[]; more: boolean }>("GET", `/webhooks/${id}/deliveries?${query.toString()}`);
};
export const replaySince = (id: number, since: string) => ask<{ count: number }>("POST", `/webhooks/${id}/replay`, { since });
export const told = (id: number) => ask<Told>("GET", `/webhook-deliveries/${id}`);
export const replay = (id: number) => ask<{ delivery_id: number }>("POST", `/webhook-deliveries/${id}/replay`, {});
