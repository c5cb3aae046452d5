/** How opinions are counted and what a person may do with one. */
import type { Answer, Figure, Mood, Opinion, Source } from "./api";

export interface Line {
  source: Source;
  moods: Record<Mood, number>;
  n: number;
  reach: number;
}

/** One line for each place, the loudest first, and all of them together. */
export function linesOf(figures: readonly Figure[]): Line[] {
  const lines = new Map<Source, Line>();
  for (const one of figures) {
    const line = lines.get(one.source) ?? { source: one.source, moods: { negative: 0, neutral: 0, positive: 0 }, n: 0, reach: 0 };
    line.moods[one.mood] += one.n;
    line.n += one.n;
    line.reach += one.reach;
    lines.set(one.source, line);
  }
  return [...lines.values()].sort((a, b) => b.n - a.n || a.source.localeCompare(b.source));
}

export const sumOf = (lines: readonly Line[], mood: Mood): number => lines.reduce((sum, line) => sum + line.moods[mood], 0);

/** Whether we can write there; elsewhere people answer at the site itself. */
export const answerable = (one: Opinion): boolean => one.connection_id !== null && one.state !== "removed";

/** Whether this person may be the second one. */
export const rulable = (one: Answer, me: number): boolean => one.state === "waiting" && one.staff_id !== me;

export const moodTone = (mood: Mood): string => ({ negative: "risk", neutral: "line", positive: "good" })[mood];

/** The address as a link may have it; empty for anything but the web. */
export const webLink = (link: string): string => (/^https?:\/\//i.test(link) ? link : "");
