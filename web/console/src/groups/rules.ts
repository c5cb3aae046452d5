/** How a rule stands in a group, and what may be taken back. */
import type { Deed, Settings } from "./api";

export type Stand = "on" | "held" | "off";
export const standOf = (settings: Pick<Settings, "off" | "held">, rule: string): Stand => (settings.off.includes(rule) ? "off" : settings.held.includes(rule) ? "held" : "on");

export function stood(settings: Settings, rule: string, stand: Stand): Settings {
  const without = (list: string[]) => list.filter((one) => one !== rule);
  return { ...settings, off: stand === "off" ? [...without(settings.off), rule] : without(settings.off), held: stand === "held" ? [...without(settings.held), rule] : without(settings.held) };
}

/** The platform never gets these words back from us. */
const NEVER_BACK = new Set(["secret", "personal"]);

export const mayRestore = (deed: Pick<Deed, "message" | "did" | "rule">): boolean => Boolean(deed.message) && deed.did !== "noted" && !NEVER_BACK.has(deed.rule);
/** Somebody was put out or may not write. */
export const mayReadmit = (deed: Pick<Deed, "did">): boolean => deed.did === "muted" || deed.did === "banished";

/** What is wrong with the numbers, by the name of a sentence; empty when nothing is. */
export function wrongOf({ mute_at, ban_at, mute_hours, budget }: Settings): "" | "strikes" | "order" | "hours" | "budget" {
  const whole = (n: number, least: number, most: number) => Number.isInteger(n) && n >= least && n <= most;
  if (!whole(mute_at, 1, 20) || !whole(ban_at, 1, 20)) return "strikes";
  if (ban_at < mute_at) return "order";
  if (!whole(mute_hours, 1, 720)) return "hours";
  return whole(budget, 0, 50) ? "" : "budget";
}
