// Things the unit tests talk about.
import type { Frame, Message, OwnTicket, TicketDetail } from "../../src/model/types";

export const at = (n: number): string => new Date(Date.UTC(2026, 10, 21, 10, 0, n)).toISOString();

export const ticket = (patch: Partial<OwnTicket> = {}): OwnTicket => ({
  id: 7,
  number: "FRL-2026-000007",
  subject: "Deposit",
  status: "open",
  opened_at: at(0),
  updated_at: at(0),
  last_words: null,
  unread: 0,
  seq: 0,
  ...patch,
});

export const message = (
  seq: number,
  kind: Message["author"]["kind"] = "customer",
  body = `words ${seq}`,
): Message => ({
  seq,
  client_id: `id-${seq}`,
  author: { kind, id: 0, name: kind === "staff" ? "Ana" : kind === "assistant" ? "Otto" : "Mei" },
  channel: "webchat",
  language: "zh",
  body,
  files: [],
  removed: [],
  at: at(seq),
});

/** What the server would answer for a ticket whose log is `log`: the fresh state frames must lead to. */
export function snapshot(log: Frame[]): TicketDetail {
  const messages: Message[] = [];
  const detail: TicketDetail = {
    ticket: ticket(),
    messages,
    more: false,
    marks: { customer: null, staff: null },
    seq: 0,
    agent: null,
  };
  for (const frame of log) {
    if (!("seq" in frame)) continue;
    detail.seq = frame.seq;
    if (frame.t === "message") {
      messages.push(frame.message);
      detail.ticket.updated_at = frame.message.at;
      detail.ticket.last_words = {
        author_kind: frame.message.author.kind,
        text: frame.message.body,
        at: frame.message.at,
      };
      if (frame.message.author.kind === "staff") detail.agent = { name: frame.message.author.name };
    }
    if ((frame.t === "changed" || frame.t === "message") && frame.status) detail.ticket.status = frame.status;
    if (frame.t === "read") detail.marks[frame.reader] = { seq: frame.upto, at: frame.at };
  }
  const read = detail.marks.customer?.seq ?? 0;
  detail.ticket.unread = messages.filter(
    (one) => ["staff", "assistant"].includes(one.author.kind) && one.seq > read,
  ).length;
  detail.ticket.seq = detail.seq;
  return detail;
}

/** Numbers from a seed, so that a failing case can be run again. */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** A believable log of `length` events. */
export function log(length: number, roll: (sides: number) => number): Frame[] {
  const frames: Frame[] = [];
  const marks = { customer: 0, staff: 0 };
  for (let seq = 1; seq <= length; seq += 1) {
    const kind = roll(8);
    const reader = roll(2) ? "customer" : "staff";
    if (kind < 4) {
      const said = message(seq, (["customer", "staff", "assistant", "system"] as const)[kind]);
      const moved = roll(3) ? {} : { status: (["open", "pending"] as const)[roll(2)]! };
      frames.push({ t: "message", ticket: 7, seq, message: said, ...moved });
    } else if (kind < 6)
      frames.push({
        t: "changed",
        ticket: 7,
        seq,
        kind: "ticket.changed",
        status: (["open", "pending", "resolved"] as const)[roll(3)]!,
      });
    else if (kind === 6 && seq - 1 > marks[reader]) {
      marks[reader] = seq - 1;
      frames.push({ t: "read", ticket: 7, seq, reader, upto: seq - 1, at: at(seq) });
    } else frames.push({ t: "at", ticket: 7, seq });
  }
  return frames;
}
