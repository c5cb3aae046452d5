/** The routes of tags. */
import { ask } from "@/api/http";

export interface Tag {
  id: number;
  word: string;
  used: number;
}
/** A word as leads see it. became: what it was renamed to. */
export interface WordLine extends Tag {
  became: string | null;
  retired: boolean;
}

export const suggest = async (q: string) => (await ask<{ tags: Tag[] }>("GET", `/tags?q=${encodeURIComponent(q)}&most=30`)).tags;
export const change = (ticket: number, add: string[], remove: string[]) =>
  ask<{ tags: string[]; seq: number }>("POST", `/tickets/${ticket}/tags`, { add, remove });
export const everything = async () => (await ask<{ tags: WordLine[] }>("GET", "/tags/all")).tags;
export const rename = (id: number, word: string, merge: boolean) => ask<Tag>("PUT", `/tags/${id}`, { word, merge });
export const retire = (id: number) => ask<void>("PUT", `/tags/${id}/retirement`);
export const restore = (id: number) => ask<void>("DELETE", `/tags/${id}/retirement`);
