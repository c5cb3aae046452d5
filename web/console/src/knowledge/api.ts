/** The routes of the knowledge base and their shapes; see the server's `selfserve/knowledge/api`. */
import { ask, refusal, Unreachable } from "@/api/http";

export type State = "draft" | "in_review" | "scheduled";
export type Audience = "public" | "signed_in" | "staff";

export interface Spoken {
  language: string;
  title: string;
  version: number;
  published_at: string | null;
  draft: State | null;
  saved_at: string | null;
  publish_at: string | null;
  stale: boolean;
}
export interface Listed {
  id: number;
  slug: string;
  category: string;
  place: number;
  owner_id: number | null;
  owner: string | null;
  review_on: string | null;
  expires_on: string | null;
  audience: Audience;
  retired_at: string | null;
  languages: Spoken[];
}
export interface Articles {
  articles: Listed[];
  more: boolean;
  languages: string[];
}
/** The words of one language. */
export interface Text {
  title: string;
  summary: string;
  body: string;
  keywords: string;
  related: string[];
}
export interface Published extends Text {
  language: string;
  version: number;
  checked_by: string;
  checked_on: string;
  published_at: string;
  quote: string;
}
export interface Draft extends Text {
  language: string;
  revision: number;
  state: State;
  brings_up: boolean;
  saved_by: string;
  saved_at: string;
  note: string;
  publish_at: string | null;
}
export interface Tongue {
  language: string;
  published: Published | null;
  draft: Draft | null;
  behind: boolean;
}
export interface About {
  id: number;
  slug: string;
  category: string;
  place: number;
  owner_id: number | null;
  review_on: string | null;
  expires_on: string | null;
  audience: Audience;
  tier: string;
  entities: string[];
  retired_at: string | null;
  revision: number;
}
export interface Picture {
  id: string;
  name: string;
  media_type: string;
  width: number | null;
  height: number | null;
}
export interface Whole {
  about: About;
  tongues: Tongue[];
  pictures: Picture[];
  owners: { id: number; name: string }[];
  sent: { ticket_id: number; seq: number; language: string; version: number; reason: string | null }[];
}
/** Something to mend, in both languages. */
export interface Mend {
  code: string;
  what: string;
  line: number;
  zh: string;
  en: string;
}
export interface Saved {
  revision: number;
  state: State;
  mend: Mend[];
}
export interface Node {
  tag: string;
  attrs: Record<string, string>;
  children: (Node | string)[];
}
export interface Part {
  kind: string;
  nodes: (Node | string)[];
  filters: Record<string, string>;
}
export interface Version {
  language: string;
  version: number;
  title: string;
  published_at: string;
  published_by: string;
  name: string;
  checked_by: string;
  checked_on: string;
  own_change: boolean;
}
export interface Line {
  kind: "same" | "out" | "in";
  pieces: [string, boolean][];
}
export interface Change {
  title: Line[];
  summary: Line[];
  keywords: Line[];
  body: Line[];
}
export interface Offer {
  source: string;
  target: string;
  article_id: number;
  likeness: number;
  differs: string[];
  terms: string[];
}
export interface Memory {
  language: string;
  version: number;
  rows: { source: string; offers: Offer[] }[];
}
export interface Topic {
  id: number;
  code: string;
  parent: string;
  zh: string;
  en: string;
  place: number;
  version: number;
}
export interface Term {
  id: number;
  zh: string;
  en: string;
  meaning_zh: string;
  meaning_en: string;
  version: number;
}
export interface Taken {
  path: string;
  outcome: "published" | "draft" | "same" | "kept" | "picture";
  article_id: number;
  version: number;
}
export interface Broken {
  path: string;
  errors: Mend[];
}

const of = (id: number) => `/knowledge/articles/${id}`;
const draftOf = (id: number, language: string) => `${of(id)}/drafts/${language}`;

export const list = (filter: Record<string, string>) => ask<Articles>("GET", `/knowledge/articles?${new URLSearchParams(filter)}`);
export const begin = (body: { slug: string; category: string; language: string; title: string }) => ask<{ id: number }>("POST", "/knowledge/articles", body);
export const read = (id: number) => ask<Whole>("GET", of(id));
export const describe = (id: number, body: Omit<About, "id" | "slug" | "owner_id" | "retired_at"> & { owner: number | null }) =>
  ask<{ revision: number }>("PUT", of(id), body);
export const retire = (id: number) => ask<void>("DELETE", of(id));
export const bringBack = (id: number) => ask<void>("POST", `${of(id)}/return`);
export const write = (id: number, language: string, body: Text & { revision: number; brings_up: boolean }) => ask<Saved>("PUT", draftOf(id, language), body);
export const discard = (id: number, language: string, revision: number) => ask<void>("POST", `${draftOf(id, language)}/discard`, { revision });
export const submit = (id: number, language: string, revision: number) => ask<Saved>("POST", `${draftOf(id, language)}/review`, { revision });
export const sendBack = (id: number, language: string, note: string) => ask<Saved>("POST", `${draftOf(id, language)}/return`, { note });
export const publish = (id: number, language: string, revision: number) => ask<{ version: number }>("POST", `${draftOf(id, language)}/publication`, { revision });
export const schedule = (id: number, language: string, revision: number, at: string) => ask<Saved>("POST", `${draftOf(id, language)}/hour`, { revision, at });
export const unschedule = (id: number, language: string) => ask<void>("DELETE", `${draftOf(id, language)}/hour`);
export const restore = (id: number, language: string, version: number) => ask<Saved>("POST", `${draftOf(id, language)}/restoration`, { version });
export const versions = (id: number, language: string) => ask<{ versions: Version[] }>("GET", `${of(id)}/versions/${language}`);
/** What came after a version: in version `to`, or, for 0, in the draft. */
export const changes = (id: number, language: string, version: number, to: number) => ask<Change>("GET", `${of(id)}/versions/${language}/${version}/changes?to=${to}`);
export const memory = (id: number, language: string, source: string) => ask<Memory>("GET", `${of(id)}/memory/${language}?source=${source}`);
export const preview = (id: number, body: string) => ask<{ parts: Part[]; mend: Mend[] }>("POST", "/knowledge/preview", { body, article_id: id });
export const liveBlocks = () => ask<{ kinds: { kind: string; filters: string[] }[]; show: string[] }>("GET", "/knowledge/live-blocks");
export const topics = () => ask<{ topics: Topic[] }>("GET", "/knowledge/topics");
export const saveTopic = (code: string, body: { zh: string; en: string; parent: string; place: number; version: number }) =>
  ask<{ version: number }>("PUT", `/knowledge/topics/${encodeURIComponent(code)}`, body);
export const removeTopic = (code: string) => ask<void>("DELETE", `/knowledge/topics/${encodeURIComponent(code)}`);
export const terms = () => ask<{ terms: Term[] }>("GET", "/knowledge/terms");
export const saveTerm = (id: number, body: Omit<Term, "id">) => ask<{ id: number }>(id ? "PUT" : "POST", `/knowledge/terms${id ? `/${id}` : ""}`, body);
export const removeTerm = (id: number) => ask<void>("DELETE", `/knowledge/terms/${id}`);

const SLOW_MS = 120_000;

/** Sends a file as it is. */
async function send<T>(path: string, file: File, headers: Record<string, string>): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(`/api/console${path}`, { method: "POST", credentials: "same-origin", headers, body: file, signal: AbortSignal.timeout(SLOW_MS) });
  } catch {
    throw new Unreachable(path);
  }
  const text = await answer.text();
  if (!answer.ok) throw refusal(answer.status, text);
  return JSON.parse(text) as T;
}

export const addPicture = (id: number, file: File) =>
  send<Picture>(`${of(id)}/pictures`, file, { "content-type": file.type || "application/octet-stream", "x-file-name": encodeURIComponent(file.name) });
export const takeIn = (file: File, publish: boolean) => send<{ files: Taken[] }>(`/knowledge/folder?publish=${publish}`, file, { "content-type": "application/zip" });
