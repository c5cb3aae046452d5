/** The routes of claims. */
import { ask } from "@/api/http";
import type { Language } from "@/api/types";

export type Both = Record<Language, string>;

export interface Window {
  id: number;
  incident_id: number;
  incident_zh: string;
  incident_en: string;
  zh: string;
  en: string;
  from_at: string;
  until_at: string;
  closes_at: string;
  by: string;
  at: string;
}
export type Rule =
  | { kind: "liquidation"; symbol: string; reference: string }
  | { kind: "refused_order"; symbol: string; codes: string[]; then: string; later: string };
export interface Sheet {
  coin: "USDT" | "USDC";
  rules: Rule[];
  share: number;
  least: string;
  most: string | null;
  places: number;
  exclusions: Both[];
}
export interface Published {
  version: number;
  sheet: Sheet;
  words: string;
  by: string;
  published_at: string;
}
export interface Line {
  key: string;
  what: Both;
  arithmetic: string;
  amount: string;
  excluded: number | null;
}
export interface Claim {
  id: number;
  window_id: number;
  customer: string;
  ticket_id: number;
  ticket: string;
  words: string;
  state: "claimed" | "assessed" | "batched" | "agreed" | "paying" | "paid" | "refused";
  lines: Line[];
  amount: string;
  whole: string;
  why: string;
  at: string;
  appeal: { words: string; due_at: string; outcome: "open" | "granted" | "upheld"; extra: string; by: string; by_words: string } | null;
}
export interface Batch {
  id: number;
  window_id: number;
  version: number;
  maker: string;
  words: string;
  at: string;
  outcome: "open" | "agreed" | "refused";
  checker: string;
  checker_words: string;
  n: number;
  zero: number;
  sum: string;
}
export interface BatchView {
  batch: Batch;
  outliers: Claim[];
  sample: Claim[];
  middle: string;
  mine: boolean;
}
export interface WindowView {
  window: Window;
  sheets: Published[];
  formula: Both | null;
  report: {
    states: Record<string, number>;
    outcomes: Record<string, number>;
    whole: string;
    agreed: string;
    paid: string;
    appeals: Record<string, number>;
    to_decision_s: number | null;
    to_payment_s: number | null;
  };
  batches: Batch[];
  claims: Claim[];
}
export interface Opened {
  client_id: string;
  zh: string;
  en: string;
  from_at: string;
  until_at: string;
  closes_at: string;
}

export const windows = () => ask<Window[]>("GET", "/claim-windows");
export const one = (id: number) => ask<WindowView>("GET", `/claim-windows/${id}`);
export const open = (incident: number, opened: Opened) => ask<WindowView>("POST", `/incidents/${incident}/claim-windows`, opened);
export const publish = (id: number, version: number, sheet: Sheet, words: string) => ask<WindowView>("POST", `/claim-windows/${id}/sheets`, { version, sheet, words });
export const makeBatch = (id: number, words: string) => ask<BatchView>("POST", `/claim-windows/${id}/batches`, { words });
export const batch = (id: number) => ask<BatchView>("GET", `/claim-batches/${id}`);
export const decide = (id: number, agree: boolean, words: string) => ask<BatchView>("POST", `/claim-batches/${id}/decision`, { agree, words });
export const leaveOut = (claim: number, line: string, exclusion: number | null) => ask<Claim>("POST", `/claims/${claim}/lines`, { line, exclusion });
/** Open ones of every window, the oldest claim first. */
export const appeals = () => ask<Claim[]>("GET", "/claim-appeals");
export const pay = (claim: number) => ask<null>("POST", `/claims/${claim}/payment`, {});
export const decideAppeal = (claim: number, extra: string, words: string) => ask<Claim>("POST", `/claims/${claim}/appeal`, { extra, words });
