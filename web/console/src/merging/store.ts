/** What the open tickets were joined with, and what they look like; read when one is opened and when something of it happens. */
import { shallowReactive, watch } from "vue";
import { Refused } from "@/api/http";
import { go } from "@/kit/route";
import { say } from "@/kit/toast";
import { onHappened } from "@/live/heard";
import { current, entryOf, known, readTicket } from "@/ticket/store";
import { whyOf } from "@/words";
import * as api from "./api";
import { words } from "./words";

const joins = shallowReactive(new Map<number, api.Joined>());
const looks = shallowReactive(new Map<number, api.Lookalike[]>());

export const joinedOf = (ticket: number): api.Joined | null => joins.get(ticket) ?? null;
export const lookalikesOf = (ticket: number): api.Lookalike[] => looks.get(ticket) ?? [];

export async function readJoined(ticket: number): Promise<void> {
  const found = await api.joined(ticket).catch(() => null);
  if (found) joins.set(ticket, found);
}

export async function readLookalikes(ticket: number): Promise<void> {
  const found = await api.lookalikes(ticket).catch(() => null);
  if (found) looks.set(ticket, found.lookalikes);
}

/** Both tickets stand otherwise now: what this tab knows of them is read again. */
async function again(...tickets: number[]): Promise<void> {
  await Promise.all(tickets.filter(known).map(async (id) => {
    await Promise.all([readTicket(entryOf(id)), readJoined(id), readLookalikes(id)]);
  }));
}

/** Merges, shows where it goes on, and offers the way back. Returns why it was refused, or null; `needsWhy` when a reason has to be said. */
export async function merge(one: api.TicketName, into: api.TicketName, why = ""): Promise<{ text: string; needsWhy: boolean } | null> {
  try {
    await api.merge(one.id, into.id, why);
  } catch (error) {
    return { text: whyOf(error), needsWhy: error instanceof Refused && error.code === "say_why" };
  }
  await again(one.id, into.id);
  if (current.value?.id === one.id) go({ name: "ticket", id: into.id });
  say(words.value.merged(one.number, into.number), () => void unmerge(one, into.id));
  return null;
}

export async function unmerge(one: api.TicketName, into: number): Promise<void> {
  try {
    await api.unmerge(one.id);
    say(words.value.unmerged(one.number));
  } catch (error) {
    say(whyOf(error));
  }
  await again(one.id, into);
}

export async function unsplit(one: api.TicketName, from: number): Promise<void> {
  try {
    await api.unsplit(one.id);
    say(words.value.splitBack(one.number));
    if (current.value?.id === one.id) go({ name: "ticket", id: from });
  } catch (error) {
    say(whyOf(error));
  }
  await again(one.id, from);
}

/** A person's word on two tickets that look alike, with the way back. */
export async function different(ticket: number, pair: api.Lookalike): Promise<void> {
  looks.set(ticket, lookalikesOf(ticket).filter((one) => one.id !== pair.id));
  const set = (state: "different" | "open") => api.settle(pair.id, state).catch(() => undefined).then(() => readLookalikes(ticket));
  await set("different");
  say(`${pair.number}: ${words.value.different}`, () => void set("open"));
}

/** Follows the open ticket. */
export function follow(): void {
  watch(() => current.value?.id, (id) => {
    if (id === undefined) return;
    void readJoined(id);
    void readLookalikes(id);
  }, { immediate: true });
  for (const kind of ["ticket.merged", "ticket.unmerged", "ticket.split", "ticket.split_undone"]) {
    onHappened(kind, ({ ticket }) => {
      void readJoined(ticket);
      void readLookalikes(ticket);
      void readTicket(entryOf(ticket));
    });
  }
  for (const kind of ["lookalike.found", "lookalike.settled"]) onHappened(kind, ({ ticket }) => void readLookalikes(ticket));
}
