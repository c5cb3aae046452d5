/** The routes of macros and of the guard. */
import { ask } from "@/api/http";
import type { Language } from "@/api/types";

export type Scope = "me" | "team" | "all";
/** What is done; see `effects.ts` for the values. */
export interface Effect {
  do: string;
  value: unknown;
}
/** why: when it was not done. */
export interface Outcome extends Effect {
  was: unknown;
  done: boolean;
  why: string;
}

export interface MacroFields {
  scope: Scope;
  team_id: number | null;
  name_zh: string;
  name_en: string;
  shortcut: string;
  zh: string;
  en: string;
  effects: Effect[];
}
export interface Macro extends MacroFields {
  id: number;
  version: number;
  uses: number;
  used_at: string | null;
  at: string;
  set_by: string;
  editable: boolean;
}
export interface Macros {
  macros: Macro[];
  variables: string[];
  effects: string[];
}
export interface Version {
  version: number;
  content: MacroFields;
  at: string;
  name: string;
}
/** A macro filled for a ticket. missing: what is still in braces. */
export interface Prepared {
  macro_id: number;
  version: number;
  name_zh: string;
  name_en: string;
  language: Language;
  text: string;
  missing: string[];
  effects: (Effect & { may: boolean })[];
  promise_by: string | null;
}
/** What goes out with the next public words. */
export interface Planned {
  macro_id: number;
  name_zh: string;
  name_en: string;
  effects: Effect[];
  promise_by: string | null;
}

export interface Finding {
  code: string;
  kind: "never" | "blank" | "promise" | "personal" | "blame" | "empty";
  blocks: boolean;
  words: string;
  start: number;
  end: number;
  instead: Record<Language, string>;
}

export const macros = () => ask<Macros>("GET", "/macros");
export const add = (fields: MacroFields) => ask<Macro>("POST", "/macros", fields);
export const change = (id: number, version: number, fields: MacroFields) => ask<Macro>("PUT", `/macros/${id}`, { ...fields, version });
export const remove = (id: number) => ask<void>("DELETE", `/macros/${id}`);
export const versions = async (id: number) => (await ask<{ versions: Version[] }>("GET", `/macros/${id}/versions`)).versions;
export const preview = (ticket: number, id: number) => ask<Prepared>("GET", `/tickets/${ticket}/macros/${id}`);
export const planned = async (ticket: number) => (await ask<{ planned: Planned | null }>("GET", `/tickets/${ticket}/macro`)).planned;
export const plan = (ticket: number, macro_id: number) => ask<Prepared>("PUT", `/tickets/${ticket}/macro`, { macro_id });
export const unplan = (ticket: number) => ask<void>("DELETE", `/tickets/${ticket}/macro`);
export const guard = async (ticket: number, body: string) => (await ask<{ findings: Finding[] }>("POST", `/tickets/${ticket}/guard`, { body })).findings;
