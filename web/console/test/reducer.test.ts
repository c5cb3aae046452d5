import { describe, expect, it } from "vitest";
import type { TicketFrame } from "../src/api/frames";
import type { Mark, Message, Severity, Snapshot, Status, Ticket } from "../src/api/types";
import { fold, fromSnapshot, isGap, type TicketState, withEarlier, withHistory } from "../src/ticket/reducer";

/** A ticket on a server: its log of frames, and the snapshot anyone would get now. */
class Server {
  frames: TicketFrame[] = [];
  ticket: Ticket;
  marks: { customer: Mark | null; staff: Mark | null } = { customer: null, staff: null };
  private minute = 0;

  constructor() {
    this.ticket = {
      id: 1, number: "FRL-2026-000001", subject: "s", status: "open", severity: "P3", reason: null, reason_label: null, channel: "webchat", language: "zh",
      owner: null, customer: { id: 9, name: "Mei", tier: "" }, last_words: null, waiting_since: null, opened_at: at(0), updated_at: at(0), seq: 0, unread: 0,
      files: 0, version: 1, about: null, first_reply_at: null, resolved_at: null, last_public_seq: 0,
      due: null, tags: [], snoozed_until: null, merged_into: null, incident_id: null, team_id: null, stage: null, fields: {},
    };
  }

  private next = () => this.frames.length + 1;
  private time = () => at((this.minute += 1));

  say(kind: "customer" | "staff" | "assistant" | "system", internal = false, status?: Status): TicketFrame {
    const seq = this.next();
    const message: Message = {
      seq, client_id: `c${seq}`, author: { kind, id: 1, name: kind }, internal, channel: "webchat", language: "zh", body: `b${seq}`, files: [], removed: [], at: this.time(),
    };
    if (status) this.ticket = { ...this.ticket, status };
    if (!internal) {
      const { waiting_since, first_reply_at } = this.ticket;
      const spoken = { last_words: { author_kind: kind, text: message.body, at: message.at }, last_public_seq: seq };
      const waits = kind === "customer" ? { waiting_since: waiting_since ?? message.at } : kind === "staff" ? { waiting_since: null, first_reply_at: first_reply_at ?? message.at } : {};
      this.ticket = { ...this.ticket, ...spoken, ...waits };
    }
    this.ticket = { ...this.ticket, seq, updated_at: message.at };
    return this.push({ t: "message", ticket: 1, seq, message, ...(status ? { status } : {}) });
  }

  change(fields: Partial<Pick<Ticket, "status" | "severity" | "reason" | "subject">> & { owner_id?: number | null }): TicketFrame {
    const seq = this.next();
    const { owner_id, ...rest } = fields;
    const owner = owner_id === undefined ? {} : { owner: owner_id === null ? null : { id: owner_id, name: "" } };
    this.ticket = { ...this.ticket, ...rest, ...owner, version: this.ticket.version + 1, seq };
    return this.push({ t: "changed", ticket: 1, seq, kind: "ticket.changed", version: this.ticket.version, by: "staff:1", at: this.time(), ...fields });
  }

  happen(kind: string): TicketFrame {
    const seq = this.next();
    this.ticket = { ...this.ticket, seq };
    return this.push({ t: "happened", ticket: 1, seq, kind, by: "staff:1", at: this.time(), body: { seq } });
  }

  read(reader: "customer" | "staff", upto: number): TicketFrame {
    const seq = this.next();
    const time = this.time();
    this.ticket = { ...this.ticket, seq };
    if ((this.marks[reader]?.seq ?? 0) < upto) this.marks = { ...this.marks, [reader]: { seq: upto, at: time } };
    return this.push({ t: "read", ticket: 1, seq, reader, upto, at: time });
  }

  private push<F extends TicketFrame>(frame: F): F {
    this.frames.push(frame);
    return frame;
  }

  snapshot(): Snapshot {
    const messages = this.frames.flatMap((frame) => (frame.t === "message" ? [frame.message] : []));
    return {
      ticket: this.ticket, customer: {} as Snapshot["customer"], messages: messages.slice(-50), more: messages.length > 50, marks: this.marks, seq: this.frames.length,
    };
  }

  /** What a browser opening the ticket now ends up with: the snapshot, then the changes among its messages. */
  fresh(): TicketState {
    const snapshot = this.snapshot();
    return withHistory(fromSnapshot(snapshot), this.frames.slice((snapshot.messages[0]?.seq ?? 1) - 1));
  }
}

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 14, minute)).toISOString();

/** The part both must agree on: the last 50 messages, the ticket, the marks, the cursor. A read moves only the cursor. */
function essence(state: TicketState) {
  const messages = state.messages.slice(-50);
  const from = messages[0]?.seq ?? 0;
  const { seq: _seq, ...ticket } = state.ticket;
  return { messages, ticket, marks: state.marks, seq: state.seq, lines: state.lines.filter((line) => line.seq >= from) };
}

/** Small, seeded, repeatable. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

function act(server: Server, pick: (below: number) => number): void {
  const severities: Severity[] = ["P0", "P1", "P2", "P3", "P4"];
  const acts = [
    () => server.say("customer"),
    () => server.say("customer", false, "open"),
    () => server.say("staff"),
    () => server.say("staff", true),
    () => server.say("assistant"),
    () => server.say("system"),
    () => server.change({ status: (["open", "pending", "resolved"] as Status[])[pick(3)] }),
    () => server.change({ owner_id: pick(2) ? pick(5) + 1 : null }),
    () => server.change({ severity: severities[pick(5)], reason: pick(2) ? "dep.unconfirmed" : null }),
    () => server.happen("ticket.snoozed"),
    () => server.read(pick(2) ? "customer" : "staff", pick(server.frames.length + 1)),
  ];
  acts[pick(acts.length)]!();
}

describe("a ticket's state", () => {
  it("equals a fresh reading, however the frames came: once, twice, or late through a heal", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const pick = random(seed);
      const server = new Server();
      for (let n = pick(70); n >= 0; n -= 1) act(server, pick);
      let state = server.fresh();
      const since = state.seq;
      for (let n = pick(60); n >= 0; n -= 1) {
        act(server, pick);
        const frame = server.frames.at(-1)!;
        const way = pick(4);
        if (way === 0) continue; // lost on the way
        if (isGap(state, frame)) for (const missed of server.frames.slice(state.seq)) state = fold(state, missed);
        else state = fold(state, frame);
        if (way === 1) state = fold(state, frame);
      }
      for (const frame of server.frames.slice(Math.max(since, state.seq) - 1)) state = fold(state, frame);
      expect(essence(state), `seed ${seed}`).toEqual(essence(server.fresh()));
    }
  });

  it("keeps messages in order when earlier ones are loaded above", () => {
    const server = new Server();
    for (let n = 0; n < 80; n += 1) server.say("customer");
    const state = fromSnapshot(server.snapshot());
    const all = server.frames.flatMap((frame) => (frame.t === "message" ? [frame.message] : []));
    const more = withEarlier(state, all.slice(0, 40), false);
    expect(more.messages.map((message) => message.seq)).toEqual(all.map((message) => message.seq));
    expect(more.more).toBe(false);
  });

  it("does not let an older change undo a newer one", () => {
    const server = new Server();
    const first = server.change({ status: "pending" });
    const second = server.change({ status: "resolved" });
    const state = fold(fold(fromSnapshot(new Server().snapshot()), second), first);
    expect(state.ticket.status).toBe("resolved");
  });

  it("never moves a read mark back", () => {
    const state = fromSnapshot(new Server().snapshot());
    const far = fold(state, { t: "read", ticket: 1, seq: 1, reader: "customer", upto: 9, at: at(1) });
    expect(fold(far, { t: "read", ticket: 1, seq: 2, reader: "customer", upto: 3, at: at(2) }).marks.customer?.seq).toBe(9);
  });
});
