/** The routes of title trials and their shapes; see the server's `selfserve/titles/api`. */
import { ask } from "@/api/http";

export type Outcome = "adopted" | "stopped" | "changed" | "archived" | "hidden";

/** A title with its numbers: visitors, each once a day. */
export interface Tried {
  place: number;
  title: string;
  shown: number;
  opened: number;
}
/** A trial. p: how well the numbers fit to equally good titles, valid at any moment; winner: the place it was decided for. */
export interface Trial {
  id: number;
  article_id: number;
  slug: string;
  language: string;
  by: string;
  own: boolean;
  at: string;
  started_at: string | null;
  titles: Tried[];
  p: number;
  winner: number | null;
  decided_at: string | null;
  ended_at: string | null;
  outcome: Outcome | null;
}
export interface Trials {
  trials: Trial[];
  least_shown: number;
  least_opened: number;
  alpha: number;
  second_reader: boolean;
}

const of = (id: number, verb: string) => `/titles/${id}/${verb}`;

export const trials = () => ask<Trials>("GET", "/titles");
export const begin = (body: { article_id: number; language: string; titles: string[] }) => ask<{ id: number; runs: boolean }>("POST", "/titles", body);
export const start = (id: number) => ask<void>("POST", of(id, "start"));
export const stop = (id: number) => ask<void>("POST", of(id, "stop"));
export const adopt = (id: number) => ask<{ version: number | null }>("POST", of(id, "adoption"));
