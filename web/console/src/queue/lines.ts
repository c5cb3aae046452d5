/** How the queues are laid out on the screen. Pure. */
import type { Severity } from "@/api/types";
import type { Placed, Skill, TeamLine } from "./api";

const SEVERITIES: readonly Severity[] = ["P0", "P1", "P2", "P3", "P4"];

/** Where somebody waits, the longest wait first; then the quiet teams in their own order. */
export function split(lines: readonly TeamLine[]): { busy: TeamLine[]; quiet: TeamLine[] } {
  const worst = (line: TeamLine) => SEVERITIES.findIndex((one) => line.by_severity[one]);
  const busy = lines.filter((line) => line.waiting > 0).sort((a, b) => worst(a) - worst(b) || (b.longest_s ?? 0) - (a.longest_s ?? 0));
  return { busy, quiet: lines.filter((line) => line.waiting === 0) };
}

/** Severities of a queue that somebody waits with, the worst first. */
export const bySeverity = (line: TeamLine): { severity: Severity; n: number }[] =>
  SEVERITIES.flatMap((severity) => (line.by_severity[severity] ? [{ severity, n: line.by_severity[severity] }] : []));

/** A wait as one says it: whole minutes, rounded up; null under one minute. */
export const minutes = (seconds: number): number | null => (seconds < 60 ? null : Math.ceil(seconds / 60));

/** What of a list of skills cannot be saved: a bad language code, or the same language and topic twice; null when it can. */
export function fault(skills: readonly Skill[]): "language" | "twice" | null {
  if (skills.some((one) => !/^[a-z]{2,3}(-[A-Za-z]{2,8})?$/.test(one.language))) return "language";
  const keys = skills.map((one) => `${one.language} ${one.topic}`);
  return new Set(keys).size < keys.length ? "twice" : null;
}

/** Whether a person is found by these words: name, role, team names, skills. */
export function fits(person: Placed, query: string, teamNames: readonly string[]): boolean {
  const hay = [person.name, person.role, ...teamNames, ...person.skills.map((one) => `${one.language} ${one.topic}`)].join(" ").normalize("NFKC").toLowerCase();
  return query.normalize("NFKC").toLowerCase().split(/\s+/).every((word) => hay.includes(word));
}
