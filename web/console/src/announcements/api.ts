/** The routes of announcements. */
import { ask } from "@/api/http";

export type Kind = "maintenance" | "listing" | "security" | "product" | "support";
export const KINDS: Kind[] = ["maintenance", "listing", "security", "product", "support"];
/** What is told. begins_at, ends_at: when the thing itself happens, in RFC 3339; both are needed for a maintenance. */
export interface Said {
  kind: Kind;
  title_zh: string;
  title_en: string;
  body_zh: string;
  body_en: string;
  begins_at: string | null;
  ends_at: string | null;
}
export interface Announcement extends Said {
  id: number;
  version: number;
  published_at: string;
  changed_at: string;
  withdrawn_at: string | null;
}

export const everything = () => ask<Announcement[]>("GET", "/announcements");
export const publish = (client_id: string, said: Said) => ask<Announcement>("POST", "/announcements", { client_id, ...said });
export const correct = (one: Announcement, said: Said) => ask<Announcement>("PUT", `/announcements/${one.id}`, { version: one.version, ...said });
export const withdraw = (one: Announcement) => ask<void>("POST", `/announcements/${one.id}/withdrawal`, { version: one.version });
