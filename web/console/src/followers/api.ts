/** The routes of followers, and of whom a note can name. */
import { ask } from "@/api/http";
import type { Staff } from "@/api/types";

export interface Follower {
  id: number;
  name: string;
  why: "asked" | "mentioned";
  at: string;
}
export interface Following {
  followers: Follower[];
  mine: boolean;
}
export interface Team {
  key: string;
  zh: string;
  en: string;
  members: number;
}
export interface Names {
  people: Staff[];
  teams: Team[];
}

export const followers = (ticket: number) => ask<Following>("GET", `/tickets/${ticket}/followers`);
export const follow = (ticket: number) => ask<Following>("PUT", `/tickets/${ticket}/following`);
export const unfollow = (ticket: number) => ask<void>("DELETE", `/tickets/${ticket}/following`);
export const names = () => ask<Names>("GET", "/names");
