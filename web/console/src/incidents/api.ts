/** The routes of incidents and their shapes; see the server's `desk/incidents/model.py`. */
import { ask } from "@/api/http";
import type { Severity, Status } from "@/api/types";

export type State = "investigating" | "identified" | "monitoring" | "resolved";
export type Part = "attached" | "proposed" | "detached";

export interface Scope {
  coins: string[];
  networks: string[];
  regions: string[];
  features: string[];
  reasons: string[];
  since: string | null;
  until: string | null;
}
/** How an incident is described; what is sent to declare or change one. */
export interface Said {
  zh: string;
  en: string;
  scope: Scope;
  severity: Severity;
  public: boolean;
  words_zh: string;
  words_en: string;
  internal: string;
  next_update_by: string | null;
}
export interface Incident extends Said {
  id: number;
  state: State;
  declared_at: string;
  declared_by: number;
  by_name: string;
  resolved_at: string | null;
  version: number;
}
export interface Counts {
  attached: number;
  proposed: number;
  waiting: number;
}
export interface Row {
  incident: Incident;
  counts: Counts;
}
export interface Scan {
  total: number;
  seen: number;
  attached: number;
  proposed: number;
  started_at: string;
  finished_at: string | null;
}
export interface Update {
  id: number;
  at: string;
  by_id: number;
  by_name: string;
  public: boolean;
  state: State;
  zh: string;
  en: string;
  next_update_by: string | null;
}
export interface Answer {
  id: number;
  kind: "answer" | "resolution";
  resolve: boolean;
  zh: string;
  en: string;
  by_name: string;
  at: string;
  total: number;
  sent: number;
  skipped: number;
  finished_at: string | null;
}
export interface Whole extends Row {
  scan: Scan | null;
  updates: Update[];
  answers: Answer[];
}
export interface Case {
  id: number;
  number: string;
  subject: string;
  status: Status;
  severity: Severity;
  reason: string | null;
  language: string;
  customer: string;
  owner: string | null;
  opened_at: string;
  waiting_since: string | null;
  state: Part;
  how: string;
  tell: boolean;
}
export interface Share {
  language: string;
  n: number;
  variant: "zh" | "en";
}

const of = (id: number) => `/incidents/${id}`;

export const listAll = () => ask<Row[]>("GET", "/incidents");
export const readOne = (id: number) => ask<Whole>("GET", of(id));
export const lookAt = (scope: Scope) => ask<{ sure: number; maybe: number; of: number }>("POST", "/incidents/preview", scope);
export const declare = (client_id: string, said: Said) => ask<Incident>("POST", "/incidents", { client_id, ...said });
export const change = (id: number, version: number, said: Said) => ask<Incident>("PUT", of(id), { version, ...said });
export const update = (id: number, body: { state: State; public: boolean; zh: string; en: string; next_update_by: string | null }) =>
  ask<Incident>("POST", `${of(id)}/updates`, body);
export const casesOf = (id: number, part: Part, after: number) => ask<Case[]>("GET", `${of(id)}/tickets?part=${part}&after=${after}`);
export const attach = (id: number, body: { ids?: number[]; numbers?: string[] }) => ask<{ n: number }>("POST", `${of(id)}/tickets`, body);
export const detach = (id: number, ticket: number) => ask<void>("DELETE", `${of(id)}/tickets/${ticket}`);
export const decideAll = (id: number, take: boolean) => ask<{ n: number }>("POST", `${of(id)}/proposals`, { take });
export const previewAnswer = (id: number, skip: boolean) => ask<Share[]>("GET", `${of(id)}/answers/preview?skip_answered=${skip}`);
export const answerAll = (id: number, body: { client_id: string; zh: string; en: string; skip_answered: boolean }) =>
  ask<{ id: number; total: number }>("POST", `${of(id)}/answers`, body);
export const resolve = (id: number, body: { client_id: string; zh: string; en: string; tickets: boolean }) =>
  ask<Incident>("POST", `${of(id)}/resolution`, body);
