import { describe, expect, it } from "vitest";
import type { Offer, Placed, TeamLine } from "../src/queue/api";
import { fault, fits, minutes, split } from "../src/queue/lines";
import { endOf, inOrder, secondsLeft, shareLeft, stays } from "../src/queue/offers";

const NOW = Date.parse("2026-11-21T15:00:00Z");
const after = (seconds: number) => new Date(NOW + seconds * 1_000).toISOString();
const offer = (fields: Partial<Offer>): Offer => ({
  ticket: 1, number: "FRL-2026-000001", subject: "s", severity: "P3", language: "zh", team: "l1", offered_at: after(-10), deadline: after(20), ...fields,
});
const nothing = { did: null, mine: false, open: false } as const;

describe("an offer", () => {
  it("that nobody looked at ran out; one that ended earlier was taken elsewhere", () => {
    expect(endOf(offer({}), NOW + 19_000, nothing)).toBe("unanswered");
    expect(endOf(offer({}), NOW + 5_000, nothing)).toBe("elsewhere");
  });

  it("is explained by what I did with it", () => {
    expect(endOf(offer({}), NOW, { ...nothing, did: "took" })).toBe("taken");
    expect(endOf(offer({}), NOW, { ...nothing, did: "declined" })).toBe("mine");
    expect(endOf(offer({}), NOW + 25_000, { ...nothing, open: true })).toBe("taken");
  });

  it("counts down and never below zero", () => {
    expect(secondsLeft(after(20), NOW)).toBe(20);
    expect(secondsLeft(after(-5), NOW)).toBe(0);
    expect(shareLeft(offer({}), NOW)).toBeCloseTo(2 / 3);
    expect(shareLeft(offer({}), NOW + 60_000)).toBe(0);
  });

  it("of the gravest ticket comes first, then the one whose time ends first", () => {
    const list = [offer({ ticket: 1, deadline: after(30) }), offer({ ticket: 2 }), offer({ ticket: 3, severity: "P0", deadline: after(90) })];
    expect(inOrder(list).map((one) => one.ticket)).toEqual([3, 2, 1]);
  });

  it("stays under the pointer while it stands, whatever comes before it", () => {
    const list = inOrder([offer({ ticket: 1 }), offer({ ticket: 2, severity: "P0" })]);
    expect(stays(list, 1, false)?.ticket).toBe(2);
    expect(stays(list, 1, true)?.ticket).toBe(1);
    expect(stays(list, 3, true)?.ticket).toBe(2);
    expect(stays([], 1, true)).toBeNull();
  });
});

const line = (key: string, waiting: number, fields: Partial<TeamLine> = {}): TeamLine => ({
  key, zh: key, en: key, waiting, by_severity: waiting ? { P3: waiting } : {}, longest_s: waiting ? 60 : null,
  agents: { available: 0, busy: 0, away: 0, offline: 0 }, slots: { used: 0, of: 0 }, offers: [], usually_s: null, slowest_s: null, ...fields,
});

describe("the queues", () => {
  it("show first where the gravest wait, then the longest", () => {
    const { busy, quiet } = split([line("a", 1), line("b", 0), line("c", 1, { longest_s: 300 }), line("d", 1, { by_severity: { P1: 1 } })]);
    expect(busy.map((one) => one.key)).toEqual(["d", "c", "a"]);
    expect(quiet.map((one) => one.key)).toEqual(["b"]);
  });

  it("say waits in whole minutes, rounded up", () => {
    expect([59, 60, 61, 600].map(minutes)).toEqual([null, 1, 2, 10]);
  });
});

describe("skills", () => {
  it("name each language and topic once", () => {
    expect(fault([{ language: "zh", topic: "", level: 2 }, { language: "zh", topic: "dep", level: 3 }])).toBeNull();
    expect(fault([{ language: "zh", topic: "", level: 2 }, { language: "zh", topic: "", level: 3 }])).toBe("twice");
    expect(fault([{ language: "Chinese!", topic: "", level: 2 }])).toBe("language");
  });

  it("find a person by name, team or language", () => {
    const ana: Placed = { id: 1, name: "Ana Duarte", role: "agent", state: "available", since: null, note: "", teams: ["l1"], skills: [{ language: "zh", topic: "", level: 3 }] };
    expect(fits(ana, "ana zh", ["First line"])).toBe(true);
    expect(fits(ana, "first", ["First line"])).toBe(true);
    expect(fits(ana, "ru", ["First line"])).toBe(false);
  });
});
