/**
 * A ticket on screen is a snapshot plus the frames that came after it, folded one by one.
 *
 * `fold` is pure and tolerant: a frame seen twice changes nothing, so the socket, the polling fallback and the
 * answer to a heal may all deliver the same frame. Two histories that saw the same frames are equal.
 */
import type { ChangedFrame, HappenedFrame, MessageFrame, ReadFrame, TicketFrame } from "@/api/frames";
import type { CustomerPanel, Mark, Message, Person, Snapshot, Ticket } from "@/api/types";

/** A change of the ticket, or something a feature did on it, as one line between the messages. */
export type Line = Pick<ChangedFrame, "seq" | "by" | "at" | "status" | "severity" | "reason" | "subject" | "stage"> & {
  owner?: number | null;
  happened?: Pick<HappenedFrame, "kind" | "body">;
};

export interface TicketState {
  ticket: Ticket;
  customer: CustomerPanel;
  /** Oldest first. */
  messages: readonly Message[];
  /** Changes among these messages, oldest first. */
  lines: readonly Line[];
  /** Earlier messages exist on the server. */
  more: boolean;
  marks: { customer: Mark | null; staff: Mark | null };
  /** The cursor: everything up to here is in this state. */
  seq: number;
}

export const fromSnapshot = (s: Snapshot): TicketState => ({
  ticket: s.ticket,
  customer: s.customer,
  messages: s.messages,
  lines: [],
  more: s.more,
  marks: s.marks,
  seq: s.seq,
});

/** True when frames between the state and this one are missing and must be fetched first. */
export const isGap = (state: TicketState, frame: TicketFrame): boolean => frame.seq > state.seq + 1;

export function fold(state: TicketState, frame: TicketFrame): TicketState {
  const next = { ...state, seq: Math.max(state.seq, frame.seq) };
  if (frame.t === "message") return withMessage(next, frame);
  if (frame.t === "changed") return withChange(next, frame);
  if (frame.t === "read") return withMark(next, frame);
  if (frame.t === "happened") return { ...next, lines: join(next.lines, lineOf(frame)) };
  return next;
}

function withMessage(state: TicketState, { message, seq, status, owner_id, version, thanks }: MessageFrame): TicketState {
  const messages = merge(state.messages, [message]);
  if (messages === state.messages) return state;
  const { ticket } = state;
  const spoken: Partial<Ticket> = message.internal ? {} : wordsOf(ticket, message);
  if (thanks) spoken.waiting_since = ticket.waiting_since;
  if (status) spoken.stage = null;
  if (owner_id !== undefined) spoken.owner = { id: owner_id, name: message.author.name };
  return {
    ...state,
    messages,
    ticket: {
      ...ticket,
      ...spoken,
      status: status ?? ticket.status,
      version: Math.max(ticket.version, version ?? 0),
      seq: Math.max(ticket.seq, seq),
      updated_at: message.at,
      files: ticket.files + message.files.length,
    },
  };
}

/** What a public message means for the ticket: who spoke last, who waits for whom. */
function wordsOf(ticket: Ticket, message: Message): Partial<Ticket> {
  const kind = message.author.kind;
  const waiting: Partial<Ticket> =
    kind === "customer"
      ? { waiting_since: ticket.waiting_since ?? message.at }
      : kind === "staff"
        ? { waiting_since: null, first_reply_at: ticket.first_reply_at ?? message.at }
        : {};
  return {
    ...waiting,
    last_words: { author_kind: kind, text: message.body, at: message.at },
    last_public_seq: Math.max(ticket.last_public_seq, message.seq),
  };
}

function withChange(state: TicketState, frame: ChangedFrame): TicketState {
  const lined = { ...state, lines: join(state.lines, changeOf(frame)) };
  const { ticket } = state;
  if (frame.version <= ticket.version) return lined;
  const set: Partial<Ticket> = {};
  for (const key of ["status", "severity", "reason", "subject", "stage"] as const) {
    if (frame[key] !== undefined) Object.assign(set, { [key]: frame[key] });
  }
  const owner = ownerOf(frame, ticket.owner);
  if (owner !== undefined) set.owner = owner;
  return { ...lined, ticket: { ...ticket, ...set, version: frame.version, seq: Math.max(ticket.seq, frame.seq) } };
}

/** Undefined when the frame leaves the owner alone. The name may be empty: people are named by id on screen. */
function ownerOf({ owner, owner_id: id }: ChangedFrame, before: Person | null): Person | null | undefined {
  if (owner !== undefined || id === undefined) return owner;
  return id === null ? null : { id, name: before?.id === id ? before.name : "" };
}

function changeOf({ seq, by, at, status, severity, reason, subject, stage, owner: person, owner_id }: ChangedFrame): Line {
  const owner = person === undefined ? owner_id : (person?.id ?? null);
  return { seq, by, at, status, severity, reason, subject, stage, owner };
}

const lineOf = ({ seq, by, at, kind, body }: HappenedFrame): Line => ({ seq, by, at, happened: { kind, body } });

function join(lines: readonly Line[], line: Line): readonly Line[] {
  if (!line.at || lines.some((one) => one.seq === line.seq)) return lines;
  return [...lines, line].sort((a, b) => a.seq - b.seq);
}

const linesOf = (frame: TicketFrame): Line[] =>
  frame.t === "changed" ? [changeOf(frame)] : frame.t === "happened" ? [lineOf(frame)] : [];

/** What changed and happened among the loaded messages, from frames read again. Nothing else of them is used. */
export const withHistory = (state: TicketState, frames: readonly TicketFrame[]): TicketState => ({
  ...state,
  lines: frames.flatMap(linesOf).reduce(join, state.lines),
});

function withMark(state: TicketState, { reader, upto, at }: ReadFrame): TicketState {
  if ((state.marks[reader]?.seq ?? 0) >= upto) return state;
  return { ...state, marks: { ...state.marks, [reader]: { seq: upto, at } } };
}

/** Adds messages by their place; the ones already there win. Returns the same array when nothing is new. */
function merge(have: readonly Message[], more: readonly Message[]): readonly Message[] {
  const known = new Set(have.map((m) => m.seq));
  const fresh = more.filter((m) => !known.has(m.seq));
  return fresh.length ? [...have, ...fresh].sort((a, b) => a.seq - b.seq) : have;
}

/** Earlier messages, loaded above. */
export const withEarlier = (state: TicketState, messages: Message[], more: boolean): TicketState => ({
  ...state,
  messages: merge(state.messages, messages),
  more,
});

/** Messages read again because their files were being checked; the later reading wins. */
export function withReread(state: TicketState, messages: Message[]): TicketState {
  const again = new Map(messages.map((m) => [m.seq, m]));
  return { ...state, messages: state.messages.map((m) => again.get(m.seq) ?? m) };
}
