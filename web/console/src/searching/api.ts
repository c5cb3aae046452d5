/** The routes that tune search; see the server's `selfserve/retrieval/api`. */
import { ask } from "@/api/http";

/** Phrases that mean the same. shipped: it comes with the product; changed: by this desk. A shipped one without words is switched off. */
export interface Group {
  key: string;
  words: string[];
  shipped: boolean;
  changed: boolean;
}
/** Questions offered while somebody types in this language, the most frequent first. */
export interface Offered {
  language: string;
  words: string[];
  changed: boolean;
}
/** A line that a reader is offered. */
export interface Line {
  title: string;
  href: string;
}

/** What the server keeps at most; more is refused there too. */
export const LIMITS = { group: { most: 60, longest: 60 }, offers: { most: 200, longest: 120 }, groups: 500, languages: 100 };

const part = encodeURIComponent;

export const groups = async () => (await ask<{ groups: Group[] }>("GET", "/search/synonyms")).groups;
export const saveGroup = async (key: string, words: string[], was?: string[]) =>
  (await ask<{ groups: Group[] }>("PUT", `/search/synonyms/${part(key)}`, { words, ...(was && { was }) })).groups;
export const resetGroup = (key: string) => ask<void>("DELETE", `/search/synonyms/${part(key)}`);
export const offers = async () => (await ask<{ offers: Offered[] }>("GET", "/search/offers")).offers;
export const saveOffers = (language: string, words: string[], was?: string[]) =>
  ask<void>("PUT", `/search/offers/${part(language)}`, { words, ...(was && { was }) });
export const resetOffers = (language: string) => ask<void>("DELETE", `/search/offers/${part(language)}`);

/** What the help centre itself offers for what was typed so far. */
export async function suggested(language: string, typed: string): Promise<Line[]> {
  const answer = await fetch(`/help/${part(language)}/suggest?${new URLSearchParams({ q: typed })}`, { cache: "no-store", signal: AbortSignal.timeout(10_000) });
  return answer.ok ? ((await answer.json()) as Line[]) : [];
}
