/** The evidence of the tickets on screen. */
import { effectScope, shallowReactive, watch } from "vue";
import { may } from "@/kit/people";
import { onHappened } from "@/live/heard";
import { readCase } from "@/side/store";
import { current, ticketOf } from "@/ticket/store";
import * as api from "./api";

const KEEP = 30;
/** Files become evidence a moment after their message. */
const SETTLES_MS = 1_500;
const read = shallowReactive(new Map<number, api.Locker>());
export const lockerOf = (ticket: number): api.Locker | null => read.get(ticket) ?? null;

export async function readLocker(ticket: number): Promise<void> {
  const found = await api.locker(ticket).catch(() => null);
  if (!found) return;
  read.delete(ticket);
  read.set(ticket, found);
  for (const old of read.keys()) {
    if (read.size <= KEEP) break;
    read.delete(old);
  }
}

/** The card says other things after another reason, a filled field, or words read in a picture. */
function again(ticket: number): void {
  if (ticket === current.value?.id && may("customer.see")) void readCase(ticket);
}

/** Follows the open ticket, and what others do to its evidence. */
export function follow(): void {
  effectScope(true).run(() => {
    watch(
      () => [current.value?.id ?? 0, current.value ? ticketOf(current.value)?.last_words?.at : null] as const,
      ([ticket], before) => {
        if (!ticket || !may("ticket.see")) return;
        void readLocker(ticket);
        if (before?.[0] === ticket) setTimeout(() => void readLocker(ticket), SETTLES_MS);
      },
      { immediate: true },
    );
    watch(
      () => [current.value?.id ?? 0, current.value ? ticketOf(current.value)?.reason : null] as const,
      ([ticket, reason], [before, was]) => ticket && ticket === before && reason !== was && again(ticket),
    );
  });
  for (const kind of ["ticket.fields_set", "evidence.read"]) onHappened(kind, (frame) => again(frame.ticket));
  for (const kind of ["evidence.labelled", "evidence.pinned", "evidence.read", "evidence.listed"])
    onHappened(kind, (frame) => void (read.has(frame.ticket) && readLocker(frame.ticket)));
}
