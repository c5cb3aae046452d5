/** Tags on screen: changed at once as asked, word by word, and put right by what the server says. */
import type { HappenedFrame } from "@/api/frames";
import { onHappened } from "@/live/heard";
import { type Entry, known, ticketOf } from "@/ticket/store";
import { whyOf } from "@/words";
import * as api from "./api";
import { words } from "./words";

const set = (entry: Entry, tags: string[]): void => {
  if (entry.state) entry.state = { ...entry.state, ticket: { ...entry.state.ticket, tags } };
};

const after = (tags: readonly string[], add: readonly string[], remove: readonly string[]): string[] =>
  [...new Set([...tags, ...add])].filter((word) => !remove.includes(word)).sort();

/** Puts words on and takes words off. A refusal stands under the ticket's header. */
export async function retag(entry: Entry, add: string[], remove: string[] = []): Promise<boolean> {
  const before = ticketOf(entry)?.tags ?? [];
  set(entry, after(before, add, remove));
  entry.refused = null;
  try {
    set(entry, (await api.change(entry.id, add, remove)).tags);
    return true;
  } catch (error) {
    set(entry, after(after(entry.state?.ticket.tags ?? before, [], add), before.filter((word) => add.includes(word) || remove.includes(word)), []));
    entry.refused = words.value.failed(whyOf(error));
    return false;
  }
}

/** Follows what others do. */
export function follow(): void {
  onHappened("ticket.tagged", ({ ticket, body }: HappenedFrame) => {
    const entry = known(ticket);
    const { added, removed } = body as { added: string[]; removed: string[] };
    if (entry?.state) set(entry, after(entry.state.ticket.tags, added, removed));
  });
}
