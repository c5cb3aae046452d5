/** The routes of plays: what the desk says first. */
import { ask } from "@/api/http";
import type { Language } from "@/api/types";

export type Both = Record<Language, string>;
export interface Play {
  key: string;
  topic: string;
  events: string[];
  quiet: boolean;
  active: boolean;
  title: Both;
  words: Both;
  shipped: Both;
  names: Record<string, Both>;
  counts: { said: number; answered: number; capped: number; stopped: number };
  changed: { by: string; at: string } | null;
}
export interface Finding {
  code: string;
  words: string;
  instead: Both;
}
export interface Preview extends Both {
  findings: Finding[];
  unknown: string[];
  link: boolean;
}

export const read = async () => (await ask<{ plays: Play[] }>("GET", "/plays")).plays;
export const set = (key: string, active: boolean, words: Both) => ask<void>("PUT", `/plays/${key}`, { active, zh: words.zh, en: words.en });
export const preview = (key: string, words: Both) => ask<Preview>("POST", `/plays/${key}/preview`, { zh: words.zh, en: words.en });
