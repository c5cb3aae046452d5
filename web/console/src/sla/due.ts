/** How what is due is shown: quiet while it is kept, ochre near the end, filled after it. Pure. */
import type { Due, InboxRow } from "@/api/types";
import type { Clock, Clocks, Promised } from "./api";

const MINUTE = 60_000;
/** From here on at risk: this share of the budget is spent, or so little is left of a budget that is half spent. */
const RISK_PERCENT = 80;
const RISK_LEFT_MS = 15 * MINUTE;

export type Look = "fine" | "risk" | "over";

/** What stands on a ticket. ms: left until it is due, or over it. */
export interface Standing {
  kind: Due["kind"];
  look: Look;
  at: string;
  ms: number;
}

export function standingOf({ kind, at, percent }: Due, now: number): Standing {
  const left = Date.parse(at) - now;
  if (left <= 0) return { kind, look: "over", at, ms: -left };
  const risk = percent >= RISK_PERCENT || (left <= RISK_LEFT_MS && percent >= 50);
  return { kind, look: risk ? "risk" : "fine", at, ms: left };
}

/**
 * What an inbox row shows at its edge: what is due; how long somebody waits where nothing is measured; or that nobody waits.
 * The time to resolve is far away on most tickets: it is shown once it is near.
 */
export type RowClock = { show: "due"; due: Standing } | { show: "waits"; ms: number } | { show: "stopped" };

type Row = Pick<InboxRow, "status" | "waiting_since" | "due">;

export function rowClock(row: Row, now: number): RowClock {
  if (row.status !== "open" && row.status !== "pending") return { show: "stopped" };
  const due = row.due && standingOf(row.due, now);
  if (due && (due.kind !== "resolve" || due.look !== "fine")) return { show: "due", due };
  return row.waiting_since === null ? { show: "stopped" } : { show: "waits", ms: Math.max(0, now - Date.parse(row.waiting_since)) };
}

const isOpen = (clock: Clock) => clock.state === "running" || clock.state === "overdue";

/** The promise that is still to be kept. */
export const openPromise = (all: Clocks | null): Promised | null => all?.promises.find((one) => one.state === "open") ?? null;

/** The newest promise, if it was broken and nothing was promised or kept after it. */
export function brokenPromise(all: Clocks | null): Promised | null {
  const last = [...(all?.promises ?? [])].sort((a, b) => a.made_at.localeCompare(b.made_at)).at(-1);
  return last?.state === "broken" ? last : null;
}

/** What of a ticket is due next. */
export function nextDue(all: Clocks | null): Due | null {
  if (!all) return null;
  const found: Due[] = all.clocks.flatMap(({ kind, due_at, percent, ...clock }) =>
    due_at && isOpen({ kind, due_at, percent, ...clock }) ? [{ kind, at: due_at, percent }] : [],
  );
  const promise = openPromise(all);
  if (promise) found.push({ kind: "update", at: promise.by, percent: promise.percent });
  return found.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))[0] ?? null;
}

const RANK: Record<Clock["state"], number> = { overdue: 0, running: 1, paused: 2, resolved: 3, late: 4, met: 5, dropped: 6 };

/** Clocks in the order one asks about them: what presses first, what is over last; the newest of a kind first. */
export function inOrder(clocks: readonly Clock[]): { open: Clock[]; over: Clock[] } {
  const sorted = [...clocks].sort(
    (a, b) => RANK[a.state] - RANK[b.state] || (a.due_at ?? "").localeCompare(b.due_at ?? "") || b.turn - a.turn,
  );
  return { open: sorted.filter((one) => RANK[one.state] < 4), over: sorted.filter((one) => RANK[one.state] >= 4) };
}
