/** A connection in one word, and what a platform's limits are in people's units. */
import type { Connection } from "./api";

export type Standing = "works" | "fails" | "quiet" | "paused" | "broken";

/** fails: it is on, and what it did last did not work. quiet: it is on and nothing came or went yet. */
export function standingOf({ state, health }: Pick<Connection, "state" | "health">): Standing {
  if (state !== "active") return state === "broken" ? "broken" : "paused";
  if (health.failures > 0) return "fails";
  return health.last_in_at || health.last_out_at ? "works" : "quiet";
}

export const LOOK: Record<Standing, string> = { works: "good", fails: "risk", quiet: "line", paused: "line", broken: "breach" };

/** What was spent this month, in millionths. */
export const spentOf = (connection: Pick<Connection, "spent">): number => connection.spent.reduce((sum, one) => sum + one.micro, 0);

/** "10 MB", in the units platforms count in. */
export function sizeOf(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
  return bytes >= 1024 ? `${Math.round(bytes / 1024)} KB` : `${bytes} B`;
}
