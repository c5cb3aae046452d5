import { describe, expect, it } from "vitest";
import { daysOf, mondayOf, plusDays, shiftsOn, timesOf, uncovered } from "@/shifts/week";

const shift = (id: number, starts_at: string) => ({ id, staff_id: 1, starts_at, ends_at: starts_at, note: "" });

describe("the week of a plan", () => {
  it("begins on Monday, in UTC", () => {
    expect(mondayOf(Date.parse("2026-11-22T23:59:59Z"))).toBe("2026-11-16");
    expect(mondayOf(Date.parse("2026-11-23T00:00:00Z"))).toBe("2026-11-23");
    expect(daysOf("2026-12-28").at(-1)).toBe("2027-01-03");
    expect(plusDays("2026-03-01", -1)).toBe("2026-02-28");
  });
  it("shows a night shift where it begins, and one from before the week on its first day", () => {
    const shifts = [shift(1, "2026-11-15T22:00:00Z"), shift(2, "2026-11-16T22:00:00Z")];
    expect(shiftsOn(shifts, 1, "2026-11-16", true).map((one) => one.id)).toEqual([1, 2]);
    expect(shiftsOn(shifts, 1, "2026-11-17", false)).toEqual([]);
  });
  it("ends a night shift on the next day", () => {
    expect(timesOf("2026-12-31", "22:00", "06:00", "")).toEqual({ starts_at: "2026-12-31T22:00:00Z", ends_at: "2027-01-01T06:00:00Z", note: "" });
    expect(timesOf("2026-12-31", "06:00", "14:00", "x").ends_at).toBe("2026-12-31T14:00:00Z");
  });
  it("names the hours that nobody covers", () => {
    const hour = (at: string, people: number, usual: number | null) => ({ at, people, usual });
    expect(uncovered([hour("a", 0, 2), hour("b", 1, 2), hour("c", 0, null), hour("d", 0, 0)]).map((one) => one.at)).toEqual(["a"]);
  });
});
