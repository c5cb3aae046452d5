/** The routes on ways to reach us; see the server's `selfserve/forms/api`. */
import { ask } from "@/api/http";

export type Key = "emergency" | "chat" | "form" | "mail" | "community";

/** regions: beginnings of time zones; tiers: first words of levels; empty lists are for everybody. calendar_id: of the hours, null is day and night. */
export interface Rule {
  open: boolean;
  regions: string[];
  tiers: string[];
  calendar_id: number | null;
  away_zh: string;
  away_en: string;
}
export interface Channel extends Rule {
  key: Key;
}
export interface Hours {
  id: number;
  name: string;
  zone: string;
  always: boolean;
}
/** by: empty for the system. */
export interface Changed {
  at: string;
  by: string;
  body: Channel;
}
export interface Channels {
  channels: Channel[];
  calendars: Hours[];
  changes: Changed[];
}

export const channels = () => ask<Channels>("GET", "/door/channels");
export const setChannel = (key: Key, { open, regions, tiers, calendar_id, away_zh, away_en }: Rule) =>
  ask<void>("PUT", `/door/channels/${key}`, { open, regions, tiers, calendar_id, away_zh, away_en });
