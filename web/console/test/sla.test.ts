import { describe, expect, it } from "vitest";
import type { Clock, Clocks } from "../src/sla/api";
import { budgetText, readBudget } from "../src/sla/budget";
import { brokenPromise, inOrder, nextDue, openPromise, rowClock, standingOf } from "../src/sla/due";
import { fault, OFFICE, weekMinutes } from "../src/sla/hours";
import { instantOf, nextAt, presets, promisedIn, readMoment, wallOf } from "../src/sla/moment";

const NOW = Date.parse("2026-11-21T13:00:00Z");
const utc = (text: string) => Date.parse(`2026-11-${text}:00Z`);
const inMinutes = (n: number) => new Date(NOW + n * 60_000).toISOString();
const SHANGHAI = "Asia/Shanghai";

describe("what is due", () => {
  it("is fine, then at risk, then over", () => {
    const due = (minutes: number, percent: number) => standingOf({ kind: "first_reply", at: inMinutes(minutes), percent }, NOW).look;
    expect([due(120, 10), due(10, 30), due(10, 60), due(120, 85), due(-1, 101)]).toEqual(["fine", "fine", "risk", "risk", "over"]);
  });

  it("stands in a row; a far time to resolve does not, and where nothing is measured the wait does", () => {
    const row = { status: "open" as const, waiting_since: inMinutes(-5) };
    const resolve = { kind: "resolve" as const, at: inMinutes(2_000), percent: 5 };
    expect(rowClock({ ...row, due: { kind: "first_reply", at: inMinutes(5), percent: 50 } }, NOW).show).toBe("due");
    expect(rowClock({ ...row, waiting_since: null, due: resolve }, NOW).show).toBe("stopped");
    expect(rowClock({ ...row, waiting_since: null, due: { ...resolve, percent: 90 } }, NOW).show).toBe("due");
    expect(rowClock({ ...row, due: null }, NOW)).toEqual({ show: "waits", ms: 300_000 });
    expect(rowClock({ ...row, status: "resolved", due: null }, NOW).show).toBe("stopped");
  });

  const clock = (state: Clock["state"], due: number | null, turn = 1): Clock => ({
    kind: "first_reply", turn, state, started_at: inMinutes(-10), due_at: due === null ? null : inMinutes(due), budget_s: 600, spent_s: 300, percent: 50,
    met_at: null, breached_at: null, policy: { id: 1, name: "P3" }, calendar: { id: 1, name: "24x7", zone: "UTC", always: true }, steps: [],
  });
  const promised = (state: "open" | "kept" | "broken", by: number, made: number) => ({
    id: made, ticket_id: 1, state, by: inMinutes(by), made_at: inMinutes(made), made_by: { id: 1, name: "Ana" }, message_seq: null, moves: 0, percent: 20, kept_at: null, broken_at: null,
  });
  const all = (fields: Partial<Clocks>): Clocks => ({ now: inMinutes(0), clocks: [], pauses: [], promises: [], ...fields });

  it("of a ticket is the soonest of its running clocks and its promise; a paused clock is not", () => {
    expect(nextDue(all({ clocks: [clock("running", 30), clock("paused", 5)], promises: [promised("open", 20, -5)] }))).toMatchObject({ kind: "update", at: inMinutes(20) });
    expect(nextDue(all({ clocks: [clock("met", 5)] }))).toBeNull();
  });

  it("orders clocks by what presses", () => {
    const { open, over } = inOrder([clock("met", 1), clock("running", 9, 2), clock("overdue", -3), clock("running", 4, 3)]);
    expect(open.map((one) => one.state + one.turn)).toEqual(["overdue1", "running3", "running2"]);
    expect(over).toHaveLength(1);
  });

  it("speaks of a broken promise until a newer one was made", () => {
    const broken = promised("broken", -5, -60);
    expect(brokenPromise(all({ promises: [broken] }))).toBe(broken);
    expect(brokenPromise(all({ promises: [broken, promised("open", 30, -1)] }))).toBeNull();
    expect(openPromise(all({ promises: [broken] }))).toBeNull();
  });
});

describe("moments", () => {
  it("are read on the customer's clock, or in UTC where that is said", () => {
    expect(readMoment("22:30", NOW, SHANGHAI)).toBe(utc("21T14:30"));
    expect(readMoment("15:00 UTC", NOW, SHANGHAI)).toBe(utc("21T15:00"));
    expect(readMoment("3 pm", NOW, "UTC")).toBe(utc("21T15:00"));
    expect(readMoment("晚上9点半", NOW, SHANGHAI)).toBe(utc("21T13:30"));
    expect(readMoment("明天 9:00", NOW, SHANGHAI)).toBe(utc("22T01:00"));
    expect(readMoment("90 min", NOW, SHANGHAI)).toBe(NOW + 90 * 60_000);
    expect(readMoment("2 小时", NOW, SHANGHAI)).toBe(NOW + 7_200_000);
    expect(readMoment("soon", NOW, SHANGHAI)).toBeNull();
    expect(readMoment("25:00", NOW, SHANGHAI)).toBeNull();
  });

  it("that have passed today are tomorrow's", () => {
    expect(readMoment("20:00", NOW, SHANGHAI)).toBe(utc("22T12:00"));
    expect(readMoment("12:00", NOW, "No/Zone")).toBe(utc("22T12:00"));
  });

  it("are found in what a reply promises, and in nothing else", () => {
    const at = (text: string, zone = "UTC") => promisedIn(text, NOW, zone)?.at ?? null;
    expect(at("We will write to you by 15:00 UTC, either way.", SHANGHAI)).toBe(utc("21T15:00"));
    expect(at("I answer before 3 pm")).toBe(utc("21T15:00"));
    expect(at("You hear from us within 2 hours.")).toBe(NOW + 7_200_000);
    expect(at("We write again by tomorrow 9:00")).toBe(utc("22T09:00"));
    expect(at("23:00（上海）前再告诉您一次，有没有结果都会说", SHANGHAI)).toBe(utc("21T15:00"));
    expect(at("我们会在 15:00 UTC 前回复", SHANGHAI)).toBe(utc("21T15:00"));
    expect(at("30 分钟内给您答复", SHANGHAI)).toBe(NOW + 1_800_000);
    expect(at("Your deposit arrived at 14:02.")).toBeNull();
    expect(at("Step 3 of 4")).toBeNull();
    expect(at("由 12 个确认")).toBeNull();
  });

  it("keep to the clock where the clocks change", () => {
    const before = Date.parse("2026-03-28T20:00:00Z");
    expect(nextAt(9, 0, before, "Europe/Madrid", 1)).toBe(Date.parse("2026-03-29T07:00:00Z"));
    expect(wallOf(instantOf({ year: 2026, month: 3, day: 29, hour: 9, minute: 0 }, "Europe/Madrid"), "Europe/Madrid").hour).toBe(9);
  });

  it("to choose from: half an hour to tomorrow at nine their time", () => {
    expect(presets(NOW, SHANGHAI).map((one) => one.at)).toEqual([utc("21T13:30"), utc("21T14:00"), utc("21T15:00"), utc("22T01:00")]);
  });
});

describe("budgets", () => {
  it("are read and written as people do", () => {
    expect(["30 s", "10 min", "4h", "2 d 6 h", "1.5 h", "15", "10 分钟", "2 天"].map(readBudget)).toEqual([30, 600, 14_400, 194_400, 5_400, 900, 600, 172_800]);
    expect(readBudget("")).toBeNull();
    expect([readBudget("later"), readBudget("3 apples"), readBudget("-5 min")]).toEqual([undefined, undefined, undefined]);
    expect(budgetText(5_400, "en")).toBe("1 h 30 min");
    expect(budgetText(30, "zh")).toBe("30 秒");
    for (const seconds of [1, 59, 60, 3_661, 604_800]) expect(readBudget(budgetText(seconds, "en"))).toBe(seconds);
  });
});

describe("opening hours", () => {
  const calendar = (fields: object) => ({ always: false, hours: [...OFFICE], holidays: [], ...fields });

  it("know how long a week is open, over midnight too", () => {
    expect(weekMinutes(OFFICE)).toBe(5 * 9 * 60);
    expect(weekMinutes([{ day: 6, open: "22:00", close: "06:00" }])).toBe(8 * 60);
  });

  it("are refused when nothing would ever be due, or spans lie over each other", () => {
    expect(fault(calendar({}))).toBeNull();
    expect(fault(calendar({ always: true, hours: [] }))).toBeNull();
    expect(fault(calendar({ hours: [] }))).toBe("closed");
    expect(fault(calendar({ hours: [{ day: 0, open: "09:00", close: "09:30" }] }))).toBe("short");
    expect(fault(calendar({ hours: [{ day: 0, open: "09:00", close: "12:00" }, { day: 0, open: "11:00", close: "13:00" }] }))).toBe("overlap");
    expect(fault(calendar({ hours: [{ day: 6, open: "22:00", close: "06:00" }, { day: 0, open: "05:00", close: "08:00" }] }))).toBe("overlap");
    expect(fault(calendar({ holidays: ["2026-13-40"] }))).toBe("date");
  });
});
