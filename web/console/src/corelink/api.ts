/** The routes of the link's view. */
import { ask } from "@/api/http";
import type { Language } from "@/api/types";

export type Both = Record<Language, string>;
export interface Part {
  name: string;
  label: Both;
  offered: boolean;
  loss: Both | null;
}
export interface Heard {
  name: string;
  label: Both;
  types: string[];
  missing: string[];
  loss: Both | null;
}
export interface Offer {
  seen_at: string;
  version: string;
  clock_off_s: number | null;
  reads: Part[];
  actions: Part[];
  events: Heard[];
  strange: string[];
}
export interface Standing {
  state: "none" | "answering" | "slow" | "failing" | "down" | "refused";
  answered_at: string | null;
  down_since: string | null;
  probe_s: number;
  failures: number;
  failed_at: string | null;
  failed_why: string;
  refused: string;
  usual_ms: number | null;
  slow_ms: number | null;
  offer: Offer | null;
}
export interface Came {
  type: string;
  last_at: string;
  day: number;
}
export interface Overview {
  secrets: number;
  arrivals: { last_webhook: string | null; last_listed: string | null; hour: number; day: number };
  types: Came[];
  reading: { read_at: string | null; complete_at: string | null; problem: string; unreadable: number };
  waiting: number;
  gaps: { kind: string; id: string; said: number | null; held: number; waiting: number; since: string }[];
  lost: { kind: string; id: string; first: number; last: number; why: string; at: string }[];
  refused: { reason: string; day: number; week: number; last_at: string }[];
}

export const standing = () => ask<Standing>("GET", "/core-link");
export const overview = () => ask<Overview>("GET", "/core-events");
