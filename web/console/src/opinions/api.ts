/** The routes of what is said in public; see the server's `channels/opinions`. */
import { ask } from "@/api/http";

export const SOURCES = ["messenger", "instagram", "x", "discord", "telegram", "reddit", "app_store", "google_play", "review", "blog", "other"] as const;
/** Those that people or feeds bring in; the others come by connections. */
export const BROUGHT = ["reddit", "app_store", "google_play", "review", "blog", "other"] as const;
export const MOODS = ["negative", "neutral", "positive"] as const;
export const TOPICS = ["dep", "wd", "sec", "acc", "trd", "p2p", "fiat", "fee", "prod", "stm", "scam", "leg", "care", "fb", "gen", "biz"] as const;
export const STANDINGS = ["open", "settled", "muted", "removed"] as const;
export type Source = (typeof SOURCES)[number];
export type Mood = (typeof MOODS)[number];

/** reach: people who follow, or points. own_case: about the author's own account or money. waiting: answers that wait for a second person. */
export interface Opinion {
  id: number;
  source: Source;
  connection_id: number | null;
  external_id: string;
  place: string;
  author: string;
  author_id: string;
  body: string;
  link: string;
  language: string;
  rating: number;
  reach: number;
  mood: Mood;
  mood_words: string[];
  kind: string;
  topic: string;
  own_case: boolean;
  marked: boolean;
  state: (typeof STANDINGS)[number];
  assignee: number | null;
  assignee_name: string | null;
  ticket_id: number | null;
  said_at: string;
  at: string;
  waiting: number;
  answered_by: string | null;
}
export interface Answer {
  id: number;
  staff_id: number;
  by_name: string;
  body: string;
  state: "waiting" | "approved" | "refused";
  decided_by: string | null;
  decided_at: string | null;
  why: string;
  at: string;
  strange: string;
  delivery: string | null;
}
export interface Whole {
  opinion: Opinion;
  answers: Answer[];
  sentences: string[];
}
export interface Watch {
  id: number;
  source: Source;
  name: string;
  url: string;
  at: string;
  asked_at: string | null;
  failures: number;
  failure: string;
}
export interface Figure {
  source: Source;
  mood: Mood;
  n: number;
  reach: number;
}
/** What a list is asked for; empty is everything. assignee: 0 is anybody. */
export interface Wish {
  standing: string;
  source: string;
  mood: string;
  topic: string;
  answers: string;
  assignee: number;
}
export interface Brought {
  source: string;
  body: string;
  link: string;
  author: string;
  rating: number;
  reach: number;
}

export const query = (wish: Wish, before = 0): string =>
  new URLSearchParams(Object.entries({ ...wish, before }).filter(([, value]) => value).map(([key, value]) => [key, String(value)])).toString();

export const list = (wish: Wish, before = 0) => ask<{ opinions: Opinion[]; more: boolean }>("GET", `/opinions?${query(wish, before)}`);
export const whole = (id: number) => ask<Whole>("GET", `/opinions/${id}`);
export const figures = (days: number) => ask<{ days: number; figures: Figure[] }>("GET", `/opinions/figures?days=${days}`);
export const mark = (id: number, mood: string, topic: string) => ask<void>("PUT", `/opinions/${id}/mark`, { mood, topic });
export const assign = (id: number, staff_id: number | null) => ask<void>("PUT", `/opinions/${id}/assignee`, { staff_id });
export const settle = (id: number, standing: "open" | "settled") => ask<void>("PUT", `/opinions/${id}/standing`, { standing });
export const answer = (id: number, client_id: string, body: string, hold = false) => ask<{ id: number | null }>("POST", `/opinions/${id}/answers`, { client_id, body, hold });
export const rule = (answer: number, approve: boolean, why: string) => ask<void>("POST", `/opinions/answers/${answer}/ruling`, { approve, why });
export const ticket = (id: number) => ask<{ id: number | null }>("POST", `/opinions/${id}/ticket`, {});
export const mute = (id: number, why: string) => ask<void>("POST", `/opinions/${id}/mute`, { why });
export const unmute = (id: number) => ask<void>("DELETE", `/opinions/${id}/mute`);
export const bring = (one: Brought) => ask<{ id: number | null }>("POST", "/opinions", one);
export const watches = () => ask<{ watches: Watch[] }>("GET", "/opinions/watches");
export const addWatch = (source: string, name: string, url: string) => ask<{ id: number }>("POST", "/opinions/watches", { source, name, url });
export const endWatch = (id: number) => ask<void>("DELETE", `/opinions/watches/${id}`);
