/** Why the open ticket is not worked on now, read when it opens and when that changes. */
import { effectScope, shallowReactive, watch } from "vue";
import { now } from "@/kit/now";
import { say } from "@/kit/toast";
import { whenUtc } from "@/kit/time";
import { onHappened } from "@/live/heard";
import { current, type Entry, known, ticketOf } from "@/ticket/store";
import { language, whyOf } from "@/words";
import * as api from "./api";
import { words } from "./words";

const read = shallowReactive(new Map<number, api.Aside>());
export const asideOf = (ticket: number): api.Aside | null => read.get(ticket) ?? null;

export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** "23 Nov 09:00 UTC". */
export const timeOf = (at: string | number): string => `${whenUtc(new Date(at).toISOString(), now.value, language.value)} UTC`;

/** What was asked last of each ticket: a slow answer to an earlier question must not undo a later one. */
const asked = new Map<number, number>();

function ask(ticket: number): () => boolean {
  const turn = (asked.get(ticket) ?? 0) + 1;
  asked.set(ticket, turn);
  return () => asked.get(ticket) === turn;
}

async function readAside(ticket: number): Promise<void> {
  const latest = ask(ticket);
  const found = await api.aside(ticket).catch(() => null);
  if (found && latest()) keep(ticket, found);
}

function keep(ticket: number, found: api.Aside): void {
  read.set(ticket, found);
  mark(ticket, found.snooze?.until ?? null);
}

function mark(ticket: number, until: string | null): void {
  const entry = known(ticket);
  if (entry?.state && entry.state.ticket.snoozed_until !== until) {
    entry.state = { ...entry.state, ticket: { ...entry.state.ticket, snoozed_until: until } };
  }
}

/** Puts the ticket aside and offers the way back. A refusal stands under its header. */
export async function snooze(entry: Entry, until: number, note: string): Promise<void> {
  entry.refused = null;
  const before = asideOf(entry.id)?.snooze;
  try {
    const found = await api.snooze(entry.id, new Date(until).toISOString(), note);
    ask(entry.id);
    keep(entry.id, found);
    const undo = () => void (before ? snooze(entry, Date.parse(before.until), before.note) : wakeUp(entry));
    say(words.value.done(ticketOf(entry)?.number ?? "", timeOf(until)), undo);
  } catch (error) {
    entry.refused = words.value.failed(whyOf(error));
  }
}

export async function wakeUp(entry: Entry): Promise<void> {
  entry.refused = null;
  try {
    await api.wakeUp(entry.id);
    await readAside(entry.id);
    say(words.value.back(ticketOf(entry)?.number ?? ""));
  } catch (error) {
    entry.refused = words.value.notBack(whyOf(error));
  }
}

const AFTER_MS = 1_500;

/** Follows the open ticket for as long as the page lives. */
export function follow(): void {
  for (const kind of ["ticket.snoozed", "ticket.woken", "pending.reminded", "pending.ended"]) {
    onHappened(kind, ({ ticket }) => void readAside(ticket));
  }
  effectScope(true).run(() => {
    const at = () => {
      const ticket = current.value && ticketOf(current.value);
      return [ticket?.id, ticket?.status, ticket?.last_public_seq] as const;
    };
    watch(at, ([id, status], before) => {
      if (!id) return;
      void readAside(id);
      // The wait for a customer begins a moment after the status.
      if (id === before?.[0] && status === "pending") setTimeout(() => void readAside(id), AFTER_MS);
    }, { immediate: true });
  });
}
