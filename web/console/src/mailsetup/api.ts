/** The routes on domains that we write from, their keys, and how mail looks; see the server's `channels/email/letters`. */
import { ask } from "@/api/http";

export const TONGUES = ["zh", "zh-Hant", "en", "ru", "es", "vi", "tr", "ko", "ja", "pt", "ar"] as const;

export interface Key {
  id: number;
  domain: string;
  selector: string;
  state: "waiting" | "signing" | "retired";
  record: string;
  at: string;
  signing_at: string | null;
  retired_at: string | null;
}
/** One line for the domain's zone. value: empty where only the operator knows it. */
export interface Zone {
  purpose: "dkim" | "spf" | "dmarc" | "mx";
  name: string;
  type: string;
  value: string;
  key_id: number | null;
}
export interface Domain {
  domain: string;
  signed: boolean;
  keys: Key[];
  records: Zone[];
}
export interface Checked {
  record: Zone;
  found: "right" | "missing" | "wrong" | "unanswered";
  there: string[];
}
/** colour: #rrggbb or empty. logo: PNG in base64. footer: by language. entities, tiers: whose mail it is for; empty: everybody's. */
export interface Letterhead {
  brand: string;
  colour: string;
  logo: string;
  address: string;
  footer: Record<string, string>;
  signature: boolean;
  entities: string[];
  tiers: string[];
}
export interface Kept {
  id: number;
  key: string;
  version: number;
  content: Letterhead;
  set_by: string;
  at: string;
}
export interface Preview {
  brand: string;
  from: string;
  html: string;
  text: string;
}

const at = (domain: string) => `/mail/domains/${encodeURIComponent(domain)}`;
export const domains = () => ask<Domain[]>("GET", "/mail/domains");
export const makeKey = (domain: string) => ask<Key>("POST", `${at(domain)}/keys`, {});
export const check = (domain: string) => ask<Checked[]>("POST", `${at(domain)}/check`, {});
export const useKey = (id: number) => ask<Key>("POST", `/mail/keys/${id}/use`, {});
export const retireKey = (id: number) => ask<Key>("POST", `/mail/keys/${id}/retirement`, {});

const head = (key: string) => `/mail/letterheads/${encodeURIComponent(key)}`;
export const heads = () => ask<Kept[]>("GET", "/mail/letterheads");
export const versions = (key: string) => ask<Kept[]>("GET", `${head(key)}/versions`);
export const put = (key: string, content: Letterhead, version: number) => ask<Kept>("PUT", head(key), { content, version });
export const undo = (key: string, to: number, version: number) => ask<Kept>("POST", `${head(key)}/undo`, { to, version });
export const preview = (content: Letterhead, language: string) => ask<Preview>("POST", "/mail/letterhead-preview", { content, language });
