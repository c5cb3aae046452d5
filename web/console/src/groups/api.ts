/** The routes of groups and their shapes; see the server's `channels/groups/api.py`. */
import { ask } from "@/api/http";

export type Did = "noted" | "removed" | "warned" | "muted" | "banished";
export interface Settings {
  mode: "watch" | "act";
  language: "auto" | "zh" | "en";
  off: string[];
  held: string[];
  answers: boolean;
  mute_at: number;
  ban_at: number;
  mute_hours: number;
  budget: number;
}
export interface Group {
  id: number;
  connection_id: number;
  channel: string;
  connection: string;
  chat: string;
  title: string;
  here: boolean;
  settings: Settings;
  version: number;
  at: string;
  noted: number;
  removed: number;
  restricted: number;
  undone: number;
}
/** words: masked. saw: the stretch that gave it away. until: of a mute. error: what the platform refused. */
export interface Deed {
  id: number;
  room_id: number;
  chat: string;
  message: string;
  who: string;
  name: string;
  username: string;
  rule: string;
  rules: string[];
  saw: string;
  did: Did;
  words: string;
  strikes: number;
  until: string | null;
  error: string;
  at: string;
  done_at: string | null;
  undone_at: string | null;
  undone_by: string;
  undone_why: string;
}

export const groups = () => ask<{ groups: Group[]; rules: string[] }>("GET", "/groups");
export const change = (id: number, settings: Settings, version: number) => ask<{ settings: Settings; version: number }>("PUT", `/groups/${id}/settings`, { ...settings, version });
export const deeds = (id: number, did: "" | Did, before = 0) => ask<{ deeds: Deed[]; more: boolean }>("GET", `/groups/${id}/deeds?did=${did}&before=${before}`);
export const undo = (deed: number, why: string, restore: boolean) => ask<Deed>("POST", `/groups/deeds/${deed}/undone`, { why, restore });
