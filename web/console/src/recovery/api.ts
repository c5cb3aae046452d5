/** The routes of the recovery desk. */
import { ask } from "@/api/http";
import type { Language } from "@/api/types";

export type Both = Record<Language, string>;
export type State = "asked" | "not_eligible" | "quoted" | "consented" | "checking" | "approved" | "waiting" | "done" | "refused" | "withdrawn";

export interface Quote {
  way: "credit" | "refund" | "recover";
  coin: string;
  amount: string;
  fee: string;
  brings: string;
  days_from: number;
  days_to: number;
  arithmetic: Both;
  source: "exchange" | "rules";
  version: number;
}
export interface Recovery {
  id: number;
  ticket: { id: number; number: string };
  customer: string;
  txid: string;
  network: string;
  kind: string;
  label: Both;
  coin: string;
  amount: string;
  usd: string | null;
  state: State;
  words: Both;
  why: Both;
  risk: boolean;
  waits: boolean;
  quote: Quote | null;
  proposal_id: number | null;
  proposal_state: string | null;
  at: string;
  changed_at: string;
  settled_at: string | null;
  may: { check: boolean; refuse: boolean; price: boolean };
}
export interface Piece {
  id: number;
  kind: string;
  file_id: string | null;
  name: string;
  words: string;
  sha256: string;
  at: string;
}
export interface Case {
  recovery: Recovery;
  needs: { kind: string; label: Both; given: boolean }[];
  pieces: Piece[];
  consent: { words: Both; level: number; at: string; valid: boolean } | null;
  steps: { state: State; words: Both; said: string; actor: string; at: string }[];
  refusals: Record<string, Both>;
}
export interface Queue {
  open: Recovery[];
  settled: Recovery[];
  count: number;
}
/** One row of the table; null asks nothing. */
export interface Rule {
  kind: string;
  eligible: boolean;
  way: Quote["way"];
  supported: boolean | null;
  usd_from: string | null;
  usd_below: string | null;
  max_days: number | null;
  fee_usd: string | null;
  fee_times: number | null;
  days_from: number;
  days_to: number;
  zh: string;
  en: string;
}
export interface Tier {
  usd_from: string;
  evidence: string[];
}
export interface RuleSet {
  version: number;
  rules: Rule[];
  tiers: Tier[];
  words: string;
  by: string;
  at: string | null;
}
export interface Rules {
  sets: RuleSet[];
  may_set: boolean;
}

export const queue = () => ask<Queue>("GET", "/recoveries");
export const one = (id: number) => ask<Case>("GET", `/recoveries/${id}`);
export const price = (id: number) => ask<Case>("POST", `/recoveries/${id}/price`, {});
export const check = (id: number, seen: number[], words: string) => ask<Case>("POST", `/recoveries/${id}/check`, { seen, words });
export const refuse = (id: number, reason: string, words: string) => ask<Case>("POST", `/recoveries/${id}/refusal`, { reason, words });
export const rules = () => ask<Rules>("GET", "/recovery-rules");
export const setRules = (version: number, rows: Rule[], tiers: Tier[], words: string) =>
  ask<Rules>("PUT", "/recovery-rules", { version, rules: rows, tiers, words });
