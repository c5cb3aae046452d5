import { may } from "@/kit/people";
import { session } from "@/kit/session";
import { type Entry, ticketOf } from "@/ticket/store";
import { transfersOf } from "./store";

/** Whether this person can hand the ticket over now: theirs or nobody's, or they manage queues, and it is not on its way already. */
export function mayHandOver(entry: Entry): boolean {
  const ticket = ticketOf(entry);
  if (!ticket || !may("ticket.transfer") || !["open", "pending"].includes(ticket.status)) return false;
  if (transfersOf(entry.id)?.transfers.some((one) => !one.outcome)) return false;
  return !ticket.owner || ticket.owner.id === session.me?.id || may("queue.manage");
}
