/** The clocks and promises of the tickets on screen, and promises that wait to go with a reply. */
import { effectScope, shallowReactive, watch } from "vue";
import { newId } from "@/kit/id";
import { may } from "@/kit/people";
import { ownKey, session } from "@/kit/session";
import { load, save } from "@/kit/storage";
import { say } from "@/kit/toast";
import { current, type Entry, known } from "@/ticket/store";
import { whyOf } from "@/words";
import * as api from "./api";
import { shownIn } from "./shown";
import { words } from "./words";

const KEEP = 30;
/** Clocks follow a ticket's events a moment later: read at once, and again when they surely have. */
const READ_AFTER_MS = [300, 2_500] as const;

const read = shallowReactive(new Map<number, api.Clocks>());
export const clocksOf = (ticket: number): api.Clocks | null => read.get(ticket) ?? null;

/** Reads a ticket's clocks. Without them the ticket is whole all the same: nothing is said when they cannot be read. */
export async function readClocks(ticket: number): Promise<void> {
  const found = await api.clocks(ticket).catch(() => null);
  if (!found) return;
  read.delete(ticket);
  read.set(ticket, found);
  for (const old of read.keys()) {
    if (read.size <= KEEP) break;
    read.delete(old);
  }
}

/** A promise that goes with the next public reply written after `since`. by: milliseconds. */
export interface Armed {
  by: number;
  since: number;
}

interface Outcome {
  by: number;
  why: string;
}

const waiting = shallowReactive(new Map<number, Armed>());
/** Promises that were refused, with the reason, until somebody closes them or tries again. */
export const refused = shallowReactive(new Map<number, Outcome>());

export function armedOf(ticket: number): Armed | null {
  if (!waiting.has(ticket)) {
    const kept = load<Armed | null>(ownKey("promise", ticket), null);
    if (kept) waiting.set(ticket, kept);
  }
  return waiting.get(ticket) ?? null;
}

/** Lets a promise go with the reply that is being written. */
export function arm(entry: Entry, by: number): void {
  const armed = { by, since: entry.state!.seq };
  waiting.set(entry.id, armed);
  save(ownKey("promise", entry.id), armed);
}

export function disarm(ticket: number): void {
  waiting.delete(ticket);
  save(ownKey("promise", ticket), null);
}

/** Promises now. Says whether the server agreed; the reason stands under the ticket's header otherwise. */
export async function promise(ticket: number, by: number): Promise<boolean> {
  disarm(ticket);
  refused.delete(ticket);
  try {
    await api.promise(ticket, newId(), new Date(by).toISOString());
    const customer = known(ticket)?.state?.customer;
    say(words.value.promised(shownIn(by, customer?.time_zone ?? "UTC")));
    await readClocks(ticket);
    return true;
  } catch (error) {
    refused.set(ticket, { by, why: whyOf(error) });
    return false;
  }
}

/** Tells the customer of another moment before the promised one. Throws what the server refuses. */
export async function move(ticket: number, id: number, by: number, sentence: string): Promise<void> {
  await api.move(id, newId(), new Date(by).toISOString(), sentence);
  await readClocks(ticket);
}

/** A reply of mine is in the conversation: the promise that was to go with it is made. */
function follows(entry: Entry): void {
  const armed = armedOf(entry.id);
  const mine = entry.state?.messages.some(
    (message) => !message.internal && message.author.kind === "staff" && message.author.id === session.me?.id && armed && message.seq > armed.since,
  );
  if (armed && mine) void promise(entry.id, armed.by);
}

/** Follows the open ticket for as long as the page lives. */
export function follow(): void {
  effectScope(true).run(() => {
    let timers: ReturnType<typeof setTimeout>[] = [];
    watch(
      [() => current.value?.id, () => current.value?.state?.seq],
      ([id, seq]) => {
        timers.forEach(clearTimeout);
        const entry = current.value;
        if (!id || !seq || !entry || !may("ticket.see")) return;
        timers = READ_AFTER_MS.map((ms) => setTimeout(() => void readClocks(id), ms));
        follows(entry);
      },
      { immediate: true },
    );
  });
}
