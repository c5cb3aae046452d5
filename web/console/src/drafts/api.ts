/** Drafts as the server keeps them. */
import { ask } from "@/api/http";

export interface Older {
  body: string;
  at: string;
}

/** Something of mine that is not finished. rev counts its savings. */
export interface MyDraft {
  mode: "reply" | "note";
  body: string;
  rev: number;
  saved_at: string;
  older: Older | null;
}

/** What a colleague is writing. */
export interface TheirDraft {
  staff_id: number;
  name: string;
  mode: "reply" | "note";
  body: string;
  saved_at: string;
}

export interface Drafts {
  mine: MyDraft[];
  others: TheirDraft[];
}

export interface Saved {
  rev: number;
  saved_at: string;
  older: Older | null;
  removed: string[];
}

const asked = new Map<number, Promise<Drafts>>();

/** Who asks while an answer is on its way shares it. */
export function readDrafts(ticket: number): Promise<Drafts> {
  const running = asked.get(ticket) ?? ask<Drafts>("GET", `/tickets/${ticket}/drafts`).finally(() => asked.delete(ticket));
  asked.set(ticket, running);
  return running;
}
export const saveDraft = (ticket: number, mode: "reply" | "note", body: string, rev: number, tab: string) =>
  ask<Saved>("PUT", `/tickets/${ticket}/drafts`, { mode, body, rev, tab });
