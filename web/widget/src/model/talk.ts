/**
 * A conversation as this browser knows it, and how frames change it.
 *
 * Frames may come twice, from two tabs' worth of reading, or with a hole between them: applying is idempotent
 * and
 * does not depend on order, and `cursor` only moves over events that were applied, so what is missing can be
 * asked for.
 */
import type { Frame, Marks, Message, OwnTicket, Status, TicketDetail } from "./types";

export interface Talk {
  readonly ticket: OwnTicket;
  /** False while only the ticket's row is known. */
  readonly loaded: boolean;
  readonly messages: readonly Message[];
  /** True when older messages exist on the server. */
  readonly more: boolean;
  readonly marks: Marks;
  /** Every event up to this seq has been applied. */
  readonly cursor: number;
  /** The highest seq heard of; above `cursor` something is missing. */
  readonly head: number;
  readonly statusSeq: number;
  readonly agent: string | null;
}

/** A conversation of which only the row in the list is known. */
export function fromTicket(ticket: OwnTicket): Talk {
  return {
    ticket,
    loaded: false,
    messages: [],
    more: false,
    marks: { customer: null, staff: null },
    cursor: ticket.seq,
    head: ticket.seq,
    statusSeq: ticket.seq,
    agent: null,
  };
}

/** A ticket opened a moment ago by this browser: nothing of its log is known yet except our own words. */
export function fromOpened(ticket: OwnTicket, first: Message): Talk {
  const talk = { ...fromTicket(ticket), loaded: true, cursor: 0, statusSeq: 0 };
  return acknowledged(talk, first);
}

/** A conversation from a fresh snapshot; older pages and newer frames this browser already has are kept. */
export function fromDetail(detail: TicketDetail, known?: Talk): Talk {
  const newer = known !== undefined && known.statusSeq > detail.seq;
  const talk: Talk = {
    ticket: { ...detail.ticket, status: newer ? known.ticket.status : detail.ticket.status },
    loaded: true,
    messages: detail.messages,
    more: detail.more,
    marks: detail.marks,
    cursor: Math.max(detail.seq, known?.cursor ?? 0),
    head: Math.max(detail.seq, known?.head ?? 0),
    statusSeq: Math.max(detail.seq, known?.statusSeq ?? 0),
    agent: detail.agent?.name ?? known?.agent ?? null,
  };
  if (!known?.loaded) return settled(talk);
  const first = detail.messages[0]?.seq ?? 0;
  const joined = known.messages.some((message) => message.seq >= first);
  const kept = known.messages.filter((message) => joined || message.seq > first);
  return settled({
    ...talk,
    more: joined ? known.more && detail.more : detail.more,
    messages: merged(kept, detail.messages),
    marks: {
      customer: later(detail.marks.customer, known.marks.customer),
      staff: later(detail.marks.staff, known.marks.staff),
    },
  });
}

/** An older page was read. */
export function withOlder(talk: Talk, page: { messages: Message[]; more: boolean }): Talk {
  return { ...talk, messages: merged(talk.messages, page.messages), more: page.more };
}

/** The server has our message: it is shown at once, the frame that follows replaces it. */
export function acknowledged(talk: Talk, message: Message): Talk {
  const known = talk.messages.some((one) => one.seq === message.seq);
  return known ? talk : settled({ ...talk, messages: merged(talk.messages, [message]) });
}

/** The server said where the log ends. */
export function heardOf(talk: Talk, seq: number): Talk {
  return seq > talk.head ? { ...talk, head: seq } : talk;
}

/** Everything up to `seq` has been read from the server. */
export function caughtUp(talk: Talk, seq: number): Talk {
  return { ...talk, cursor: Math.max(talk.cursor, seq), head: Math.max(talk.head, seq) };
}

export const behind = (talk: Talk): boolean => talk.head > talk.cursor;

/** What the server says about a secret it took out carries the id of its cause but for the last digit; it is shown with the cause. */
export const warningOf = (all: readonly Message[], cause: Message): Message | undefined =>
  cause.removed.length
    ? all.find((one) => one.author.kind === "system" && one.client_id.slice(0, -1) === cause.client_id.slice(0, -1))
    : undefined;

/** The conversation after a frame of this ticket; frames without a seq change nothing here. */
export function apply(talk: Talk, frame: Frame): Talk {
  switch (frame.t) {
    case "message": {
      const grown = { ...talk, messages: merged(talk.messages, [frame.message]) };
      return moved(withStatus(settled(counted(grown, frame.message)), frame), frame.seq);
    }
    case "changed":
      return moved(withStatus(talk, frame), frame.seq);
    case "read": {
      const mark = later(talk.marks[frame.reader], { seq: frame.upto, at: frame.at });
      return moved(settled({ ...talk, marks: { ...talk.marks, [frame.reader]: mark } }), frame.seq);
    }
    case "at":
      return moved(talk, frame.seq);
    case "watching":
      return heardOf(talk, frame.seq);
    default:
      return talk;
  }
}

const isTheirs = (message: Message): boolean =>
  message.author.kind === "staff" || message.author.kind === "assistant";

/** Seq of the last words of the other side, 0 when they said nothing. */
export const lastTheirs = (talk: Talk): number => talk.messages.findLast(isTheirs)?.seq ?? 0;

function withStatus(talk: Talk, { status, seq }: { status?: Status; seq: number }): Talk {
  if (!status || seq <= talk.statusSeq) return talk;
  return { ...talk, ticket: { ...talk.ticket, status }, statusSeq: seq };
}

function moved(talk: Talk, seq: number): Talk {
  const cursor = seq === talk.cursor + 1 ? seq : talk.cursor;
  return { ...talk, cursor, head: Math.max(talk.head, seq) };
}

/** A row without its messages counts what arrives; a loaded one counts what it holds (see `settled`). */
function counted(talk: Talk, message: Message): Talk {
  if (talk.loaded || !isTheirs(message) || message.seq <= talk.cursor) return talk;
  return { ...talk, ticket: { ...talk.ticket, unread: talk.ticket.unread + 1 } };
}

/** The facts of the row that follow from the messages and marks. */
function settled(talk: Talk): Talk {
  const last = talk.messages.at(-1);
  const read = talk.marks.customer?.seq ?? 0;
  const waiting = talk.messages.filter((message) => isTheirs(message) && message.seq > read).length;
  const unread = talk.loaded ? waiting : read >= talk.head ? 0 : talk.ticket.unread;
  const ticket = { ...talk.ticket, unread };
  if (last && (!ticket.last_words || last.at >= ticket.last_words.at)) {
    ticket.last_words = { author_kind: last.author.kind, text: last.body, at: last.at };
    if (last.at > ticket.updated_at) ticket.updated_at = last.at;
  }
  const speaker = talk.messages.findLast((message) => message.author.kind === "staff");
  return { ...talk, ticket, agent: speaker?.author.name ?? talk.agent };
}

function merged(one: readonly Message[], two: readonly Message[]): Message[] {
  const bySeq = new Map(one.map((message) => [message.seq, message]));
  for (const message of two) bySeq.set(message.seq, message);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

function later<M extends { seq: number }>(one: M | null, two: M | null): M | null {
  if (!one || !two) return one ?? two;
  return two.seq > one.seq ? two : one;
}
