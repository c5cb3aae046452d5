/** The routes of the editors' desk and their shapes; see the server's `selfserve/editing/api`. */
import { ask } from "@/api/http";

export type Kind = "search" | "reason" | "question";
export type Verb = "write" | "synonym" | "link" | "not_ours";
export type How = "typed" | "stem" | "synonym" | "near" | "missing";

export interface Gap {
  key: string;
  kind: Kind;
  title: string;
  language: string;
  why: string[];
  volume: number;
  score: number;
  severity: string;
  examples: string[];
  articles: string[];
  escalations: number;
  last_at: string;
  /** Asked in the last seven days. */
  week: number;
  /** Answered and resolved by staff's own words, with one of these answers, and the tickets a draft can be made of. */
  resolved: number;
  answer: string;
  tickets: number[];
}
export interface Decision {
  key: string;
  verb: Verb;
  title: string;
  volume: number;
  article_id: number | null;
  synonyms: string | null;
  note: string;
  at: string;
  by: string;
  since: number;
}
export interface Gaps {
  gaps: Gap[];
  decided: Decision[];
  weights: Record<string, number>;
  days: number;
}
export interface Begun {
  slug: string;
  category: string;
  language: string;
  title: string;
}
export interface Finding {
  code: string;
  what: string;
  line: number;
  core: string;
}
export interface Health {
  article_id: number;
  slug: string;
  language: string;
  version: number;
  title: string;
  score: number;
  parts: { code: string; points: number }[];
  helpful: { yes: number; n: number; low: number };
  checked_on: string;
  age_days: number;
  review_on: string | null;
  expires_on: string | null;
  stale: boolean;
  led: number;
  findings: Finding[];
}
export interface HealthReport {
  report: { articles: Health[]; exchange_ok: boolean };
  points: Record<string, number>;
}
export interface Answered {
  id: number;
  number: string;
  subject: string;
  reason: string;
  language: string;
  resolved_on: string | null;
  answers: number;
}
export interface Source {
  id: number;
  number: string;
}
export interface Hit {
  place: number;
  article_id: number;
  slug: string;
  version: number;
  language: string;
  other_language: boolean;
  title: string;
  anchor: string;
  heading: string;
  excerpt: string;
  score: number;
  share: number;
  tokens: { words: string; how: How; by: string }[];
}
export interface Said {
  good: boolean;
  covered: number;
  quoted: string;
  quote: string;
  hits: Hit[];
}
export interface Tried {
  now: Said;
  drafts: Said | null;
  other_language: number;
}
export interface Question {
  id: number;
  language: string;
  question: string;
  article_id: number;
  slug: string;
  place: number | null;
  answered: boolean;
  asked_at: string | null;
  was: number | null;
  worse_at: string | null;
  by: string;
}

export const gaps = () => ask<Gaps>("GET", "/editing/gaps");
export const decide = (body: { key: string; verb: Verb; note?: string; article?: Begun; synonyms?: { key: string; words: string[] }; slug?: string }) =>
  ask<{ article_id: number | null }>("POST", "/editing/gaps/decision", body);
export const reopen = (key: string) => ask<void>("POST", "/editing/gaps/reopening", { key });
export const health = () => ask<HealthReport>("GET", "/editing/health");
export const answered = (reason: string, language: string) => ask<{ tickets: Answered[] }>("GET", `/editing/answered?${new URLSearchParams({ reason, language })}`);
export const makeDraft = (body: Begun & { tickets: number[] }) => ask<{ id: number; sentences: number; shared: number }>("POST", "/editing/drafts", body);
export const sources = (article: number) => ask<{ tickets: Source[] }>("GET", `/editing/sources/${article}`);
export const tryOut = (q: string, language: string, drafts: boolean) => ask<Tried>("GET", `/editing/try?${new URLSearchParams({ q, language, drafts: String(drafts) })}`);
export const questions = (drafts: boolean) => ask<{ questions: { asked: Question; ahead: number | null }[]; most: number }>("GET", `/editing/questions?drafts=${drafts}`);
export const addQuestion = (body: { language: string; question: string; slug: string }) => ask<{ id: number }>("POST", "/editing/questions", body);
export const removeQuestion = (id: number) => ask<void>("DELETE", `/editing/questions/${id}`);
export const runQuestions = () => ask<{ worse: number }>("POST", "/editing/questions/run");
