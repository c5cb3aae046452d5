/** What the home screen and the closed pill say first. */
import type { Item, OwnTicket, Place, Status, Tone, Words } from "./types";

const ORDER: Record<Tone, number> = { failed: 0, held: 1, moving: 2, done: 3 };

/** Failing first, then held, moving, done; newest first within each. */
export const sortedItems = (items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => ORDER[a.tone] - ORDER[b.tone] || b.at.localeCompare(a.at));

const isLive = (ticket: OwnTicket): boolean => ticket.status === "open" || ticket.status === "pending";

/** Where a ticket stands in the customer's eyes: one that somebody answered last does not wait for us. What the assistant answered waits for
 * the customer; where it spoke last in an open ticket it has handed over, and people are waited for. */
export const standing = (ticket: OwnTicket): Status | "answered" =>
  ticket.status === "open" && ticket.last_words?.author_kind === "staff"
    ? "answered"
    : ticket.status;

/** Open ones first, then answered ones, newest first; at most `most`. Those that go on in another stand there. */
export const sortedTickets = (tickets: readonly OwnTicket[], most = 6): OwnTicket[] =>
  tickets
    .filter((ticket) => !ticket.continues_in)
    .sort(
      (a, b) =>
        Number(b.unread > 0) - Number(a.unread > 0) ||
        Number(isLive(b)) - Number(isLive(a)) ||
        b.updated_at.localeCompare(a.updated_at),
    )
    .slice(0, most);

/** Everything the closed pill may have to admit. */
export interface Facts {
  offline: boolean;
  unsent: number;
  unread: number;
  failed: { title: Words; line: Words } | null;
  /** Status and number of the ticket that moved last and is still open. */
  waiting: { id: number; status: ReturnType<typeof standing>; number: string } | null;
  /** Where that ticket stands in the queue, if it waits. */
  place: Place | null;
}

export const NOTHING: Facts = { offline: false, unsent: 0, unread: 0, failed: null, waiting: null, place: null };

/** The facts in what `/home` answered; connection and outbox are the caller's. */
export function factsOf(home: { items: readonly Item[]; tickets: readonly OwnTicket[] }): Facts {
  const open = sortedTickets(home.tickets.filter(isLive))[0];
  const failed = sortedItems(home.items).find((item) => item.tone === "failed");
  return {
    ...NOTHING,
    unread: home.tickets.reduce((sum, ticket) => sum + ticket.unread, 0),
    failed: failed ? { title: failed.title, line: failed.line } : null,
    waiting: open ? { id: open.id, status: standing(open), number: open.number } : null,
  };
}
