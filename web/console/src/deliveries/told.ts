/** What became of one message: its pieces, and every way it went, taken together. */
import type { Delivery, Reach, State } from "./api";

/** The least that was reached comes first; a failure hides nothing behind it. */
const ORDER: readonly State[] = ["failed", "queued", "sent", "delivered", "read"];

export interface Went {
  channel: string;
  name: string;
  state: State;
  why: string;
  tries: number;
  at: string;
}

/** By connection, in the order in which it first went; the state is that of the piece that came least far. */
export function wentOf(all: readonly Delivery[], seq: number): Went[] {
  const found = new Map<number, Went>();
  for (const one of [...all].sort((a, b) => a.id - b.id)) {
    if (one.seq !== seq) continue;
    const { channel, name, state, why, tries } = one;
    const at = one.settled_at ?? one.sent_at ?? one.at;
    const before = found.get(one.connection_id);
    if (!before || ORDER.indexOf(state) < ORDER.indexOf(before.state)) found.set(one.connection_id, { channel, name, state, why, tries, at });
  }
  return [...found.values()];
}

/** Why nothing would reach them there now; empty when something would. */
export function hindrance(one: Pick<Reach, "here" | "stopped" | "state" | "until">, now: number): "" | "gone" | "stopped" | "off" | "over" {
  if (!one.here) return "gone";
  if (one.stopped) return "stopped";
  if (one.state !== "active") return "off";
  return one.until !== null && Date.parse(one.until) < now ? "over" : "";
}
