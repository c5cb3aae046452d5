/** The routes of fields, stages and the tree of reasons. */
import { ask } from "@/api/http";
import type { Language, Severity, Status } from "@/api/types";

export const KINDS = ["text", "number", "choice", "date", "yes_no", "txid", "address", "amount"] as const;
export type Kind = (typeof KINDS)[number];
export interface Amount {
  amount: string;
  coin: string;
}
export type Value = string | number | boolean | Amount | null;

export interface Option extends Record<Language, string> {
  value: string;
}
/** What a field is. reasons: beginnings of codes, none for all; roles: who sees it, none for everybody. */
export interface FieldPlan extends Record<Language, string> {
  kind: Kind;
  options: Option[];
  required: boolean;
  reasons: string[];
  roles: string[];
  position: number;
}
export interface Field extends FieldPlan {
  key: string;
  /** Asked for by the ticket's reason itself. */
  slot: boolean;
}
/** found: values of its kind in what the customer wrote. */
export interface Filled {
  field: Field;
  value: Value;
  found: Exclude<Value, null>[];
}
export interface Values {
  reason: string | null;
  fields: Filled[];
  seq: number;
}

export type Category = Exclude<Status, "closed">;
export interface StagePlan extends Record<Language, string> {
  category: Category;
  shown_zh: string;
  shown_en: string;
  position: number;
}
export interface Stage extends StagePlan {
  key: string;
}

export interface Leaf extends Record<Language, string> {
  code: string;
  severity: Severity;
  slots: string[];
  /** How customers put it. */
  said: string[];
}
export interface Family extends Record<Language, string> {
  key: string;
  reasons: Leaf[];
}

export const values = (ticket: number) => ask<Values>("GET", `/tickets/${ticket}/fields`);
export const fill = (ticket: number, set: Record<string, Value>, was: Record<string, Value>) =>
  ask<Values>("PATCH", `/tickets/${ticket}/fields`, { values: set, was });
export const tree = async () => (await ask<{ families: Family[] }>("GET", "/reasons/tree")).families;

export const fields = async () => (await ask<{ fields: Field[] }>("GET", "/fields")).fields;
export const saveField = async (key: string, plan: FieldPlan) => (await ask<{ fields: Field[] }>("PUT", `/fields/${encodeURIComponent(key)}`, plan)).fields;
export const retireField = (key: string) => ask<void>("DELETE", `/fields/${encodeURIComponent(key)}`);
export const stages = async () => (await ask<{ stages: Stage[] }>("GET", "/stages")).stages;
export const saveStage = async (key: string, plan: StagePlan) => (await ask<{ stages: Stage[] }>("PUT", `/stages/${encodeURIComponent(key)}`, plan)).stages;
export const retireStage = (key: string) => ask<void>("DELETE", `/stages/${encodeURIComponent(key)}`);
