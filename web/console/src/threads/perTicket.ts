/** What a feature knows of each ticket: read when it is opened, and again when something happens that changes it. */
import { effectScope, shallowReactive, watch } from "vue";
import { onFrame, onHappened } from "@/live/heard";
import { current } from "@/ticket/store";

const KEEP = 30;
/** Whoever walks through the list with J and K asks nothing of the tickets passed by. */
const REST_MS = 150;

export interface PerTicket<T> {
  of: (ticket: number) => T | null;
  read: (ticket: number) => Promise<void>;
}

/**
 * `kinds`: events on a ticket that change it; `frames`: personal frames with a `ticket` that do. Without an answer the ticket is
 * whole all the same: what was known stays.
 */
export function perTicket<T>(ask: (ticket: number) => Promise<T>, kinds: readonly string[], frames: readonly string[], allowed: () => boolean): PerTicket<T> {
  const found = shallowReactive(new Map<number, T>());

  async function read(ticket: number): Promise<void> {
    const answer = await ask(ticket).catch(() => null);
    if (answer === null) return;
    found.delete(ticket);
    found.set(ticket, answer);
    for (const old of found.keys()) {
      if (found.size <= KEEP) break;
      found.delete(old);
    }
  }

  const again = (ticket: number): void => {
    if (current.value?.id === ticket) void read(ticket);
    else found.delete(ticket);
  };
  kinds.forEach((kind) => onHappened(kind, (frame) => again(frame.ticket)));
  frames.forEach((t) => onFrame<{ t: string; ticket: number }>(t, (frame) => again(frame.ticket)));
  effectScope(true).run(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    watch(() => current.value?.state && current.value.id, (id) => {
      clearTimeout(timer);
      if (id && allowed()) timer = setTimeout(() => void read(id), REST_MS);
    }, { immediate: true });
  });
  return { of: (ticket) => found.get(ticket) ?? null, read };
}
