/** The routes of announcements that go out. */
import { ask } from "@/api/http";
import type { Said } from "@/announcements/api";

export type Tongue = "zh" | "en";
export interface Place { connection_id: number; chat: string; language: Tongue }
export interface PlaceView extends Place { id: number; channel: string; name: string; /** Of the group or channel; empty for the account's own page. */ title: string; standing: string; error: string }
export interface Spot { connection_id: number; channel: string; name: string; chat: string | null; title: string }
export interface Preview { connection_id: number; channel: string; chat: string; language: Tongue; pieces: string[]; cut: boolean }
export interface Post extends Said {
  id: number;
  corrects: number | null;
  in_product: boolean;
  state: "waiting" | "approved" | "refused" | "withdrawn" | "corrected" | "recalled";
  staff_id: number;
  by_name: string;
  at: string;
  decided_by: string | null;
  why: string;
  announcement_id: number | null;
  product_error: string;
  places: PlaceView[];
}

export const list = async () => (await ask<{ posts: Post[] }>("GET", "/posts")).posts;
export const spots = async () => (await ask<{ spots: Spot[] }>("GET", "/posts/spots")).spots;
export const preview = async (said: Said, places: Place[]) => (await ask<{ previews: Preview[] }>("POST", "/posts/preview", { ...said, places })).previews;
export const propose = (client_id: string, said: Said, places: Place[], in_product: boolean, corrects: number | null) =>
  ask<{ id: number }>("POST", "/posts", { client_id, ...said, places, in_product, corrects });
export const rule = (id: number, approve: boolean, why: string) => ask<void>("POST", `/posts/${id}/ruling`, { approve, why });
export const looked = (id: number, place: number, stands: boolean) => ask<void>("POST", `/posts/${id}/places/${place}/looked`, { stands });
export const withdraw = (id: number) => ask<void>("DELETE", `/posts/${id}`);
export const recall = (id: number, why: string) => ask<void>("POST", `/posts/${id}/recall`, { why });
