/** What the numbers of a trial say, without a screen. */
import type { Trial, Tried } from "./api";

export type Stand = "waits" | "early" | "open" | "better" | "stays" | "over";

/** Where a trial stands. leastShown, leastOpened: visitors of each title, and openings together, before anything is said. */
export function standOf(trial: Trial, leastShown: number, leastOpened: number): Stand {
  if (trial.ended_at) return "over";
  if (!trial.started_at) return "waits";
  if (trial.winner !== null) return trial.winner ? "better" : "stays";
  return isEarly(trial.titles, leastShown, leastOpened) ? "early" : "open";
}

function isEarly(titles: Tried[], leastShown: number, leastOpened: number): boolean {
  const [first, ...others] = titles;
  return !first || others.every((one) => Math.min(one.shown, first.shown) < leastShown || one.opened + first.opened < leastOpened);
}

/** "5.1": of a hundred who saw the title, how many opened the article; nothing while nobody saw it. */
export const percentOf = (one: Tried): string => (one.shown ? ((100 * one.opened) / one.shown).toFixed(1) : "");

/** In how many of a hundred trials of equally good titles such numbers would turn up, at most; never 0. */
export const ofHundred = (p: number): number => Math.max(1, Math.ceil(p * 100));
