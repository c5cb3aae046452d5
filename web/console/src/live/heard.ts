/** Live news for features: frames the desk itself does not know, and what happened on a ticket, each told once. */
import type { HappenedFrame } from "@/api/frames";

type Listener<F> = (frame: F) => void;

const frames = new Map<string, Set<Listener<never>>>();
const kinds = new Map<string, Set<Listener<HappenedFrame>>>();

function listen<F>(to: Map<string, Set<Listener<F>>>, key: string, then: Listener<F>): () => void {
  const those = to.get(key) ?? new Set();
  to.set(key, those.add(then));
  return () => void those.delete(then);
}

/** Calls `then` for every frame with this `t`. Returns the way to stop. */
export const onFrame = <F extends { t: string }>(t: F["t"], then: Listener<F>): (() => void) =>
  listen(frames as Map<string, Set<Listener<F>>>, t, then);

/**
 * Calls `then` when this event happened on a ticket this screen follows; also for what was missed and is caught up.
 * Not for what the ticket's history held when it was opened. Returns the way to stop.
 */
export const onHappened = (kind: string, then: Listener<HappenedFrame>): (() => void) => listen(kinds, kind, then);

export const heard = (frame: { t: string }): void => frames.get(frame.t)?.forEach((then) => then(frame as never));
export const happened = (frame: HappenedFrame): void => kinds.get(frame.kind)?.forEach((then) => then(frame));
