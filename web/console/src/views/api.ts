/** The routes of saved lists and of what conditions can be made of. */
import { ask } from "@/api/http";
import type { InboxRow, Language, Person } from "@/api/types";
import type { Sort } from "@/inbox/rank";
import type { Tree } from "./tree";

export type Scope = "me" | "team" | "all";
export type Column = "severity" | "status" | "reason" | "owner" | "team" | "tags" | "language" | "channel" | "opened" | "updated" | "due";

export interface ViewFields extends Record<Language, string> {
  conditions: Tree;
  scope: Scope;
  team_id: number | null;
  sort: Sort;
  descending: boolean;
  columns: Column[];
}
/** mine: this person made it. */
export interface View extends ViewFields {
  id: number;
  owner: Person;
  version: number;
  at: string;
  mine: boolean;
}

export type Kind = "choice" | "branch" | "person" | "team" | "tag" | "text" | "value" | "minutes" | "number" | "yes_no" | "link";
export interface Field {
  name: string;
  kind: Kind;
  ops: string[];
  choices: string[];
}
export interface Catalogue {
  fields: Field[];
  custom_ops: string[];
  most: number;
  most_depth: number;
}
export interface Team extends Record<Language, string> {
  id: number;
  key: string;
  visibility: "all" | "members";
  mine: boolean;
}

export const views = async () => (await ask<{ views: View[] }>("GET", "/views")).views;
export const add = (fields: ViewFields) => ask<{ id: number; version: number }>("POST", "/views", fields);
export const change = (id: number, version: number, fields: ViewFields) => ask<{ id: number; version: number }>("PUT", `/views/${id}`, { ...fields, version });
export const remove = (id: number) => ask<void>("DELETE", `/views/${id}`);
export const preview = (conditions: Tree, sort: Sort, descending: boolean) =>
  ask<{ count: number; rows: InboxRow[] }>("POST", "/views/preview", { conditions, sort, descending });
export const catalogue = () => ask<Catalogue>("GET", "/conditions");
export const teams = () => ask<Team[]>("GET", "/queue/teams");
