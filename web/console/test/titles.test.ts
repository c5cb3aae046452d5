import { describe, expect, it } from "vitest";
import type { Trial } from "@/titles/api";
import { ofHundred, percentOf, standOf } from "@/titles/said";

const made = (counted: [number, number][], change: Partial<Trial> = {}): Trial => ({
  id: 1, article_id: 2, slug: "memo-tag", language: "en", by: "Kai", own: true, at: "2026-11-22T08:00:00Z", started_at: "2026-11-22T08:00:00Z",
  titles: counted.map(([shown, opened], place) => ({ place, title: String(place), shown, opened })), p: 1, winner: null, decided_at: null, ended_at: null, outcome: null,
  ...change,
});
const stand = (trial: Trial) => standOf(trial, 100, 10);

describe("a trial", () => {
  it("says nothing before enough visitors saw both titles", () => {
    expect(stand(made([[99, 20], [500, 20]]))).toBe("early");
    expect(stand(made([[100, 4], [100, 5]]))).toBe("early");
    expect(stand(made([[100, 5], [100, 5]]))).toBe("open");
    expect(stand(made([[100, 5], [100, 5], [3, 0]]))).toBe("open");
  });
  it("is decided for another title or for the published one", () => {
    expect(stand(made([[3000, 150], [3000, 240]], { winner: 1 }))).toBe("better");
    expect(stand(made([[3000, 240], [3000, 150]], { winner: 0 }))).toBe("stays");
  });
  it("waits, or is over, whatever its numbers are", () => {
    expect(stand(made([[0, 0], [0, 0]], { started_at: null }))).toBe("waits");
    expect(stand(made([[3000, 150], [3000, 240]], { winner: 1, ended_at: "2026-11-22T09:00:00Z", outcome: "adopted" }))).toBe("over");
  });
  it("is told in shares and in trials of a hundred", () => {
    expect(percentOf({ place: 0, title: "", shown: 1204, opened: 61 })).toBe("5.1");
    expect(percentOf({ place: 0, title: "", shown: 0, opened: 0 })).toBe("");
    expect([0, 0.0004, 0.37, 0.371, 1].map(ofHundred)).toEqual([1, 1, 37, 38, 100]);
  });
});
