/** The routes of rules, of their trace, and of what customers are told by itself. */
import { ask } from "@/api/http";
import type { Language } from "@/api/types";
import type { Effect, Outcome } from "@/macros/api";
import type { Tree } from "@/views/tree";

export type Trigger = "opened" | "message" | "replied" | "status" | "changed" | "warned" | "breached" | "time";
export const TRIGGERS: readonly Trigger[] = ["opened", "message", "replied", "status", "changed", "warned", "breached", "time"];

export interface RuleFields extends Record<Language, string> {
  active: boolean;
  triggers: Trigger[];
  conditions: Tree;
  effects: Effect[];
}
export interface Rule extends RuleFields {
  id: number;
  place: number;
  version: number;
  at: string;
  set_by: string;
  name: string;
}
export interface Version {
  version: number;
  content: RuleFields;
  at: string;
  name: string;
}
/** One comparison and what the ticket had. */
export interface Seen {
  at: string;
  field: string;
  op: string;
  value: unknown;
  saw: unknown;
  held: boolean;
}
export interface Would extends Effect {
  was: unknown;
  changes: boolean;
}
export interface Trial {
  looked: number;
  matched: number;
  changed: number;
  hits: { ticket_id: number; number: string; subject: string; seen: Seen[]; would: Would[] }[];
  chains: { rules: ({ id: number } & Record<Language, string>)[]; number: string; loop: boolean }[];
}
export interface Result extends Record<Language, string> {
  rule: number;
  version: number;
  matched: boolean;
  seen: Seen[];
  outcomes: Outcome[];
  /** When it did not look: again, stopped, broken. */
  why: string;
}
export interface Run {
  seq: number;
  trigger: Trigger;
  root_seq: number;
  depth: number;
  stopped: boolean;
  results: Result[];
  at: string;
}
export interface Acknowledgement extends Record<Language, string> {
  active: boolean;
  version: number;
}

export const rules = async () => (await ask<{ rules: Rule[] }>("GET", "/rules")).rules;
export const add = (fields: RuleFields) => ask<Rule>("POST", "/rules", fields);
export const change = (id: number, version: number, fields: RuleFields) => ask<Rule>("PUT", `/rules/${id}`, { ...fields, version });
export const remove = (id: number) => ask<void>("DELETE", `/rules/${id}`);
export const versions = async (id: number) => (await ask<{ versions: Version[] }>("GET", `/rules/${id}/versions`)).versions;
export const arrange = async (ids: number[]) => (await ask<{ rules: Rule[] }>("PUT", "/rules/order", { ids })).rules;
export const trial = (fields: RuleFields, rule_id: number | null, tickets: 100 | 1000) => ask<Trial>("POST", "/rules/trial", { ...fields, rule_id, tickets });
export const trace = async (ticket: number) => (await ask<{ runs: Run[] }>("GET", `/tickets/${ticket}/rules`)).runs;
export const acknowledgement = () => ask<Acknowledgement>("GET", "/acknowledgement");
export const setAcknowledgement = (fields: Acknowledgement) => ask<Acknowledgement>("PUT", "/acknowledgement", fields);
