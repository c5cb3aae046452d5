import { describe, expect, test } from "vitest";
import {
  acknowledged,
  apply,
  behind,
  caughtUp,
  fromDetail,
  fromOpened,
  fromTicket,
  heardOf,
  lastTheirs,
  withOlder,
  type Talk,
} from "../../src/model/talk";
import type { Frame } from "../../src/model/types";
import { dice, log, message, snapshot, ticket } from "./make";

/** What the customer sees; cursors are compared apart. */
const shown = (talk: Talk) => ({
  status: talk.ticket.status,
  unread: talk.ticket.unread,
  last: talk.ticket.last_words,
  updated: talk.ticket.updated_at,
  messages: talk.messages,
  marks: talk.marks,
  agent: talk.agent,
});

describe("old state + frames == fresh state", () => {
  test.each(Array.from({ length: 60 }, (_, seed) => seed))("seed %i: in order from any snapshot", (seed) => {
    const roll = dice(seed + 1);
    const frames = log(40, roll);
    const from = roll(40);
    const old = fromDetail(snapshot(frames.slice(0, from)));
    const now = frames.slice(from).reduce(apply, old);
    expect(shown(now)).toEqual(shown(fromDetail(snapshot(frames))));
    expect([now.cursor, now.head]).toEqual([40, 40]);
  });

  test.each(Array.from({ length: 60 }, (_, seed) => seed))(
    "seed %i: doubled, reordered, with a hole that is read afterwards",
    (seed) => {
      const roll = dice(seed + 1000);
      const frames = log(30, roll);
      const from = roll(15);
      let talk = fromDetail(snapshot(frames.slice(0, from)));
      const coming = frames.slice(from);
      const lost = coming.filter(() => roll(5) === 0);
      const sent = [
        ...coming.filter((frame) => !lost.includes(frame)),
        ...coming.filter(() => roll(3) === 0),
      ].sort(() => roll(3) - 1);
      for (const frame of sent) talk = apply(talk, frame);
      const missing = frames.filter((frame) => "seq" in frame && frame.seq > talk.cursor);
      for (const frame of missing) talk = apply(talk, frame);
      talk = caughtUp(talk, 30);
      expect(shown(talk)).toEqual(shown(fromDetail(snapshot(frames))));
      expect(behind(talk)).toBe(false);
    },
  );
});

describe("the cursor", () => {
  const at = (seq: number): Frame => ({ t: "at", ticket: 7, seq });

  test("moves over each event in turn and stops before a hole", () => {
    let talk = fromDetail(snapshot([at(1), at(2)]));
    talk = apply(talk, at(3));
    expect(talk.cursor).toBe(3);
    talk = apply(talk, at(5));
    expect([talk.cursor, behind(talk)]).toEqual([3, true]);
    talk = apply(talk, at(4));
    expect([talk.cursor, behind(talk)]).toEqual([4, true]);
    expect(behind(caughtUp(talk, 5))).toBe(false);
  });

  test("never goes back for an old frame or an old snapshot", () => {
    const frames = log(9, dice(3));
    const talk = fromDetail(snapshot(frames));
    expect(apply(talk, at(4)).cursor).toBe(9);
    expect(fromDetail(snapshot(frames.slice(0, 5)), talk).cursor).toBe(9);
  });

  test("a head heard of without frames is a hole", () => {
    expect(behind(heardOf(fromTicket(ticket({ seq: 4 })), 6))).toBe(true);
    expect(behind(apply(fromTicket(ticket({ seq: 4 })), { t: "watching", ticket: 7, seq: 4 }))).toBe(false);
  });

  test("unknown frames change nothing", () => {
    const talk = fromDetail(snapshot(log(5, dice(8))));
    expect(apply(talk, { t: "sparkle", ticket: 7, seq: 99 } as unknown as Frame)).toBe(talk);
  });
});

describe("own messages", () => {
  test("an acknowledged one is shown at once and replaced by the server's copy", () => {
    const mine = { ...message(2), body: "as typed" };
    let talk = fromOpened(ticket({ seq: 2 }), mine);
    expect(talk.messages).toEqual([mine]);
    expect([talk.cursor, behind(talk)]).toEqual([0, true]);
    talk = apply(talk, { t: "message", ticket: 7, seq: 2, message: { ...mine, body: "masked" } });
    expect(talk.messages.map((one) => one.body)).toEqual(["masked"]);
  });

  test("an acknowledgement after the frame does not bring the typed words back", () => {
    const talk = apply(fromDetail(snapshot([])), {
      t: "message",
      ticket: 7,
      seq: 1,
      message: { ...message(1), body: "masked" },
    });
    expect(acknowledged(talk, { ...message(1), body: "as typed" })).toBe(talk);
  });
});

describe("rows and pages", () => {
  test("a row that was not opened counts what arrives, once", () => {
    const frame: Frame = { t: "message", ticket: 7, seq: 5, message: message(5, "staff") };
    let talk = apply(fromTicket(ticket({ seq: 4, unread: 1 })), frame);
    expect(talk.ticket.unread).toBe(2);
    talk = apply(talk, frame);
    expect(talk.ticket.unread).toBe(2);
    expect(talk.ticket.last_words?.text).toBe("words 5");
  });

  test("older pages join in order; a snapshot later keeps them", () => {
    const frames: Frame[] = Array.from({ length: 6 }, (_, index) => ({
      t: "message",
      ticket: 7,
      seq: index + 1,
      message: message(index + 1),
    }));
    const late = { ...snapshot(frames), messages: [5, 6].map((seq) => message(seq)), more: true };
    const full = withOlder(fromDetail(late), {
      messages: [1, 2, 3, 4].map((seq) => message(seq)),
      more: false,
    });
    expect(full.messages.map((one) => one.seq)).toEqual([1, 2, 3, 4, 5, 6]);
    const again = fromDetail(late, full);
    expect([again.messages.length, again.more]).toEqual([6, false]);
  });

  test("pages with a hole between them are not joined", () => {
    const old = { ...fromDetail(snapshot([])), messages: [message(1), message(2)] };
    const late = { ...snapshot([]), messages: [message(70), message(71)], more: true, seq: 71 };
    expect(fromDetail(late, old).messages.map((one) => one.seq)).toEqual([70, 71]);
  });

  test("the last words of the other side", () => {
    expect(lastTheirs({ ...fromTicket(ticket()), messages: [message(3, "assistant"), message(4)] })).toBe(3);
  });
});
