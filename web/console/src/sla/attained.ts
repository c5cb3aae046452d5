/** Attainment by kind: the rows of each severity, and the whole computed from counts, never as a mean of shares. Pure. */
import type { Attainment, Kind, Outcome } from "./api";

const KINDS: readonly Kind[] = ["first_reply", "next_reply", "resolve", "update"];

export type Group = Record<Outcome, number> & { kind: Kind; rows: Attainment[]; attainment: number | null };

export function byKind(all: readonly Attainment[]): Group[] {
  return KINDS.flatMap((kind) => {
    const rows = all.filter((row) => row.kind === kind);
    if (!rows.length) return [];
    const sum = (outcome: Outcome) => rows.reduce((total, row) => total + row[outcome], 0);
    const [met, breached] = [sum("met"), sum("breached")];
    return [{ kind, rows, met, breached, running: sum("running"), risk: sum("risk"), dropped: sum("dropped"), attainment: met + breached ? met / (met + breached) : null }];
  });
}
