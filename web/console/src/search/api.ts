/** The route of search. */
import { ask } from "@/api/http";
import type { AuthorKind, InboxRow, Language, Status } from "@/api/types";

/** Part of a text; marks: from where to where the words looked for stand in it. */
export interface Snippet {
  text: string;
  marks: [number, number][];
}
export interface MessageHit {
  ticket: number;
  number: string;
  subject: string;
  status: Status;
  seq: number;
  author_kind: AuthorKind;
  author: string;
  internal: boolean;
  at: string;
  snippet: Snippet;
}
export interface CustomerHit {
  id: number;
  name: string;
  uid_masked: string;
  email_masked: string;
  phone_masked: string;
  tier: string;
  known: boolean;
}
export interface ArticleHit {
  slug: string;
  language: Language;
  title: string;
  snippet: Snippet;
  audience: "public" | "signed_in" | "staff";
}
/** *_after: what more of a kind is asked with, null when that is all. wrong: filters that were not understood. */
export interface Found {
  tickets: InboxRow[];
  messages: MessageHit[];
  customers: CustomerHit[];
  articles: ArticleHit[];
  tickets_after: string | null;
  messages_after: string | null;
  wrong: string[];
}

/** lang: of the articles. */
export const search = (q: string, lang: Language = "en") => ask<Found>("GET", `/search?q=${encodeURIComponent(q.slice(0, 200))}&lang=${lang}`);
export const more = (q: string, kind: "tickets" | "messages", after: string) =>
  ask<Found>("GET", `/search?q=${encodeURIComponent(q.slice(0, 200))}&kind=${kind}&after=${after}`);
