/** The routes of notices and of one's own console. Times are RFC 3339 in UTC. */
import { ask } from "@/api/http";

export type Kind = "assigned" | "words" | "mention" | "follow" | "offer" | "promise" | "sla" | "escalation" | "emergency" | "incident" | "other";
export type Way = "console" | "mail" | "push";

export interface Notice {
  id: number;
  /** A `Kind`, perhaps with more after a dot. */
  kind: string;
  ticket: { id: number; number: string } | null;
  title: { zh: string; en: string };
  words: string;
  at: string;
  seen_at: string | null;
}

export interface Page {
  notices: Notice[];
  unseen: number;
  more: boolean;
}

/** By which ways and at which hours I am told. quiet: "HH:MM" of my own zone. */
export interface Choice {
  ways: Record<Kind, Way[]>;
  quiet: { begins: string; ends: string } | null;
  urgent: boolean;
  sound: boolean;
}

export interface Preferences {
  undo_send_s: number;
  after_send: "stay" | "next" | "list";
  signature: { zh: string; en: string };
  density: "compact" | "regular" | "relaxed";
  time_zone: string;
  /** Languages whose words I read; the first is what I write in. Empty: the language of the screens. */
  reads: string[];
}

export interface Browser {
  id: number;
  label: string;
  created_at: string;
  used_at: string | null;
}

export const notices = (before?: number) => ask<Page>("GET", before ? `/notices?before=${before}` : "/notices");
export const see = (upto: number, only: { ids?: number[]; ticket?: number } = {}) =>
  ask<{ unseen: number }>("POST", "/notices/seen", { upto, ...only });
export const choice = () => ask<Choice>("GET", "/me/notices");
/** Sets some of it; a kind that `ways` leaves out stays as it is. */
export const choose = (to: Partial<Choice>) => ask<Choice>("PUT", "/me/notices", to);
export const preferences = () => ask<Preferences>("GET", "/me/preferences");
export const prefer = (to: Partial<Preferences>) => ask<Preferences>("PUT", "/me/preferences", to);
export const browsers = () => ask<{ key: string; browsers: Browser[] }>("GET", "/me/push");
export const allowBrowser = (one: { endpoint: string; p256dh: string; auth: string; label: string }) => ask<{ id: number }>("POST", "/me/push", one);
export const stopBrowser = (id: number) => ask<void>("DELETE", `/me/push/${id}`);
