/** The routes of the community and their shapes; see the server's `selfserve/community/staff_view.py`. */
import { ask } from "@/api/http";

export type Kind = "question" | "idea";
export type State = "held" | "shown" | "hidden" | "removed";
export type Status = "open" | "review" | "planned" | "shipped" | "declined";
export type PostVerb = "publish" | "refuse" | "hide" | "restore" | "keep";
export type TopicVerb = "lock" | "unlock" | "pin" | "unpin" | "move" | "private";
export const STATUSES: readonly Status[] = ["open", "review", "planned", "shipped", "declined"];

/** Who wrote it. member_id: of a customer, null for staff. */
export interface By {
  name: string;
  member_id: number | null;
  level: string | null;
}
export interface Waiting {
  id: number;
  topic_id: number;
  n: number;
  title: string;
  kind: Kind;
  category: string;
  language: string;
  by: By;
  body: string;
  masked: string[];
  state: State;
  why: string;
  at: string;
  flagged: number;
  weight: number;
  whys: string[];
  words: string[];
}
export interface Queue {
  held: number;
  flagged: number;
  posts: Waiting[];
}
export interface TopicLine {
  id: number;
  kind: Kind;
  category: string;
  language: string;
  title: string;
  by: By;
  state: State;
  opened_at: string;
  last_at: string;
  replies: number;
  votes: number;
  answered: boolean;
  locked: boolean;
  pinned: boolean;
  status: Status;
  status_why: string;
}
export interface PostLine {
  id: number;
  n: number;
  by: By;
  body: string;
  masked: string[];
  state: State;
  why: string;
  at: string;
  edited_at: string | null;
  edits: number;
  flagged: number;
  accepted: boolean;
}
export interface Ruling {
  id: number;
  verb: string;
  why: string;
  at: string;
  by_name: string;
  n: number | null;
}
export interface Whole {
  topic: TopicLine;
  posts: PostLine[];
  rulings: Ruling[];
  private: "no" | "asked" | "ticket";
  ticket_id: number | null;
}
export interface Sanction {
  id: number;
  why: string;
  at: string;
  until: string;
  lifted_at: string | null;
}
export interface MemberCard {
  id: number;
  name: string;
  level: string;
  joined_at: string;
  shown: number;
  hidden: number;
  sanctions: Sanction[];
}
export interface Category {
  code: string;
  place: number;
  zh: string;
  en: string;
  closed: boolean;
  topics: number;
}
export interface Policy {
  official: string[];
  allowed: string[];
  ids: "masked" | "linked";
}

const query = (by: Record<string, string>) => new URLSearchParams(Object.entries(by).filter(([, value]) => value)).toString();

export const readQueue = () => ask<Queue>("GET", "/community/queue");
export const readTopics = (by: { q: string; category: string; standing: string; kind: string }) => ask<TopicLine[]>("GET", `/community/topics?${query(by)}`);
export const readTopic = (id: number) => ask<Whole>("GET", `/community/topics/${id}`);
export const readEdits = (post: number) => ask<{ at: string; body: string }[]>("GET", `/community/posts/${post}/edits`);
export const rulePost = (post: number, verb: PostVerb, why = "") => ask<void>("POST", `/community/posts/${post}/rulings`, { verb, why });
export const ruleTopic = (topic: number, verb: TopicVerb, why = "", to = "") => ask<void>("POST", `/community/topics/${topic}/rulings`, { verb, why, to });
export const reply = (topic: number, client_id: string, body: string) => ask<{ n: number }>("POST", `/community/topics/${topic}/posts`, { client_id, body });
export const accept = (topic: number, n: number) => ask<void>("PUT", `/community/topics/${topic}/answer`, { n });
export const setStatus = (topic: number, status: Status, why: string) => ask<void>("PUT", `/community/topics/${topic}/status`, { status, why });
export const readMember = (id: number) => ask<MemberCard>("GET", `/community/members/${id}`);
export const silence = (id: number, why: string, days: number) => ask<{ id: number }>("POST", `/community/members/${id}/sanctions`, { why, days });
export const lift = (sanction: number) => ask<void>("DELETE", `/community/sanctions/${sanction}`);
export const readSettings = () => ask<{ policy: Policy; categories: Category[] }>("GET", "/community/settings");
export const setPolicy = (policy: Policy) => ask<Policy>("PUT", "/community/settings/policy", policy);
export const addCategory = (made: Omit<Category, "topics">) => ask<void>("POST", "/community/settings/categories", made);
export const setCategory = ({ code, place, zh, en, closed }: Omit<Category, "topics">) =>
  ask<void>("PUT", `/community/settings/categories/${encodeURIComponent(code)}`, { place, zh, en, closed });
