/** The steps of the tickets on screen. */
import { effectScope, shallowReactive, watch } from "vue";
import { may } from "@/kit/people";
import { onHappened } from "@/live/heard";
import { current, ticketOf } from "@/ticket/store";
import * as api from "./api";

const KEEP = 30;
const read = shallowReactive(new Map<number, api.Checklist>());
export const listOf = (ticket: number): api.Checklist | null => read.get(ticket) ?? null;

function put(ticket: number, list: api.Checklist): void {
  read.delete(ticket);
  read.set(ticket, list);
  for (const old of read.keys()) {
    if (read.size <= KEEP) break;
    read.delete(old);
  }
}

/** Without its steps the ticket is whole all the same. */
export async function readSteps(ticket: number): Promise<void> {
  const list = await api.read(ticket).catch(() => null);
  if (list) put(ticket, list);
}

export async function setStep(ticket: number, step: string, done: boolean): Promise<void> {
  put(ticket, await api.set(ticket, step, done));
}

/** Follows the open ticket, its reason, and what others tick. */
export function follow(): void {
  effectScope(true).run(() => {
    watch(
      () => [current.value?.id ?? 0, current.value ? ticketOf(current.value)?.reason : null] as const,
      ([ticket]) => {
        if (ticket && may("ticket.see")) void readSteps(ticket);
      },
      { immediate: true },
    );
  });
  for (const kind of ["checklist.ticked", "checklist.reopened"]) onHappened(kind, (frame) => void (read.has(frame.ticket) && readSteps(frame.ticket)));
}
