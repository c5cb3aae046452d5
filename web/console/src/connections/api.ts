/** The routes of connections and their shapes; see the server's `channels/connections/view.py` and `channels/messengers/api.py`. */
import { ask } from "@/api/http";
import type { Language } from "@/api/types";

export type Both = Record<Language, string>;
export type State = "active" | "paused" | "broken" | "removed";

export interface Field {
  key: string;
  label: Both;
  help: Both;
  secret: boolean;
  required: boolean;
  pattern: string;
  default: string;
}
export interface Limits {
  text: number;
  files: number;
  file_bytes: number;
  markup: string;
  rate_per_s: number;
  burst: number;
  chat_rate_per_s: number;
  source: string;
  units: string;
  fetch_bytes: number;
  media_types: string[];
  window_h: number;
}
export interface Kind {
  key: string;
  name: Both;
  fields: Field[];
  limits: Limits;
  costs: { unit: string; label: Both }[];
  private: boolean;
  public: boolean;
  several: boolean;
  webhook: boolean;
  guide: string;
}
export interface Health {
  last_in_at: string | null;
  last_out_at: string | null;
  last_failure_at: string | null;
  last_failure: string;
  failures: number;
  waiting_in: number;
  waiting_out: number;
  failed_day: number;
  refused_day: number;
}
/** Money in millionths of `currency`. stopped_by: empty where it stopped by itself. */
export interface Connection {
  id: number;
  channel: string;
  name: string;
  state: State;
  why: string;
  stopped_at: string | null;
  stopped_by: string;
  account: string;
  settings: Record<string, string>;
  secrets: string[];
  regions: string[];
  tiers: string[];
  webhook: string;
  health: Health;
  spent: { unit: string; count: number; micro: number; currency: string }[];
  prices: Record<string, number>;
  currency: string;
  month_limit: number | null;
  version: number;
  at: string;
}
export interface Channels {
  kinds: Kind[];
  connections: Connection[];
}
export interface Probe {
  works: boolean;
  account: string;
  said: string;
  final: boolean;
  facts: [string, string][];
}
export interface Connected {
  connection: Connection;
  probe: Probe;
}
export interface MonthUsed {
  month: string;
  unit: string;
  count: number;
  micro: number;
}
export interface Parked {
  id: number;
  connection_id: number;
  channel: string;
  name: string;
  reason: string;
  tries: number;
  happened_at: string | null;
  at: string;
  size: number;
  keys: string[];
}
export interface Given {
  name: string;
  values: Record<string, string>;
  regions: string[];
  tiers: string[];
}

const one = (id: number) => `/channels/connections/${id}`;

export const channels = () => ask<Channels>("GET", "/channels");
export const connect = (kind: string, given: Given) => ask<Connected>("POST", `/channels/${kind}/connections`, given);
export const change = (id: number, given: Partial<Given>) => ask<Connection>("PATCH", one(id), given);
export const test = (id: number) => ask<Probe>("POST", `${one(id)}/test`, {});
export const pause = (id: number, why: string) => ask<Connection>("POST", `${one(id)}/pause`, { why });
export const resume = (id: number) => ask<Connected>("POST", `${one(id)}/resume`, {});
export const remove = (id: number) => ask<void>("DELETE", one(id));
export const stop = (why: string, channel: string | null) => ask<{ connections: number[] }>("POST", "/channels/pause", { why, channel });
export const price = (id: number, prices: Record<string, number>, currency: string, month_limit: number | null) =>
  ask<Connection>("PUT", `${one(id)}/price`, { prices, currency, month_limit });
export const use = (id: number) => ask<{ months: MonthUsed[] }>("GET", `${one(id)}/use`);
export const parked = (before: number | null = null) => ask<{ updates: Parked[]; more: boolean }>("GET", `/channels/updates${before ? `?before=${before}` : ""}`);
export const decide = (id: number, what: "retry" | "drop") => ask<void>("POST", `/channels/updates/${id}/decision`, { what });
