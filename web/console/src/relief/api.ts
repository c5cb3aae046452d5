/** The routes of relief and their shapes; see the server's `insight/relief/model.py` for what each count means. */
import { ask } from "@/api/http";
import type { Language } from "@/api/types";

export const COUNTS = ["cases", "open", "resolved", "confirmed", "quiet", "failed", "handed", "silent", "contained", "wrong", "reopened"] as const;
export type Count = (typeof COUNTS)[number];
export type Tally = Record<Count | "known", number>;
export interface Slice {
  key: string;
  tally: Tally;
  label: Record<Language, string> | null;
}
export interface Relief {
  since: string;
  until: string;
  all: Tally;
  reasons: Slice[];
  languages: Slice[];
  channels: Slice[];
  days: { day: string; tally: Tally }[];
  whys: Record<string, number>;
  definitions: Record<Count, Record<Language, string>>;
  least: number;
  hours: number;
}
export interface Listed {
  id: number;
  number: string;
  subject: string;
  at: string;
  reason: string;
  language: string;
}
/** Whole days in UTC, both included; an empty filter is no filter. */
export interface Asked {
  since: string;
  until: string;
  channel: string;
  reason: string;
  language: string;
}

const query = (by: Asked): string => new URLSearchParams(Object.entries(by).filter(([, value]) => value) as [string, string][]).toString();

export const readRelief = (by: Asked): Promise<Relief> => ask("GET", `/relief?${query(by)}`);
export const readBehind = (count: Count, by: Asked): Promise<{ tickets: Listed[] }> => ask("GET", `/relief/${count}/tickets?${query(by)}`);
export const exportPath = (by: Asked): string => `/api/console/relief/export?${query(by)}`;

/** "64%"; nothing while there are too few to say so. */
export const share = (n: number, of: number, least: number): string => (of < least ? "" : `${Math.round((n / of) * 100)}%`);
