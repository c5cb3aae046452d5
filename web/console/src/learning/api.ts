/** The routes of learning and their shapes; see the server's `insight/learning/model.py`. */
import { ask } from "@/api/http";

export type Kind = "wrong_reason" | "wrong_answer" | "right" | "changed" | "accepted";
export interface Count {
  right: number;
  n: number;
}
export interface Shadow {
  languages: Record<string, Count>;
  reasons: Record<string, Count>;
  alarms: Record<string, Count>;
  outside: Count;
  rings: Count;
}
export interface Version {
  id: number;
  state: "candidate" | "serving" | "previous";
  made_at: string;
  /** Sentences by language. */
  rows: Record<string, number>;
  /** Of these, from people: by language, and how many labels there were. */
  labels: { languages: Record<string, number>; of: { labels: number } };
  digest: string;
  held: Record<string, number>;
  shadow: Shadow;
  frozen: string;
  /** What got worse, such as language:en. */
  why: string[];
  set_at: string | null;
  set_by: string;
  reason: string;
}
export interface Overview {
  /** 0: the product's own. */
  serving: number;
  versions: Version[];
  shipped: { shadow: Shadow | null; at: string | null };
  labels: { n: number; usable: number; week: number; kinds: Partial<Record<Kind, number>>; languages: Record<string, number> };
  keep_days: number;
}
export interface Said {
  ticket_id: number;
  number: string;
  seq: number;
  kind: Kind;
  was: string;
  reason: string;
  article: string | null;
  language: string;
  words: string;
  by: string;
  at: string;
}
export interface Turn {
  seq: number;
  reply_seq: number | null;
  move: string;
  reason: string;
  at: string;
}

export const readOverview = (): Promise<Overview> => ask("GET", "/learning");
export const readSaid = (): Promise<{ corrections: Said[] }> => ask("GET", "/learning/corrections");
export const serve = (model: number, reason: string): Promise<Overview> => ask("PUT", "/learning/serving", { model, reason });
export const train = (): Promise<void> => ask("POST", "/learning/trainings");
export const ofTicket = (ticket: number): Promise<{ corrections: Said[]; turns: Turn[] }> => ask("GET", `/tickets/${ticket}/assistant/corrections`);
/** Why the assistant says nothing in a ticket; empty where it never looked, or still answers. */
export const silentWhy = async (ticket: number): Promise<string> => {
  const found = await ask<{ case: { state: string; why: string } | null }>("GET", `/tickets/${ticket}/assistant`);
  return found.case && found.case.state !== "talking" ? found.case.why : "";
};
export const correct = (ticket: number, body: { seq: number; kind: Kind; reason?: string }): Promise<void> => ask("POST", `/tickets/${ticket}/assistant/corrections`, body);

/** "91%"; a dash for none. */
export const share = (count: Count | undefined): string => (count?.n ? `${((count.right / count.n) * 100).toFixed(1)}%` : "–");
