/** Opinions: counted by place, asked for by wish, answered only where we can and by two. */
import { describe, expect, it } from "vitest";
import { type Answer, type Opinion, query } from "@/opinions/api";
import { answerable, linesOf, rulable, sumOf, webLink } from "@/opinions/shape";

const wish = { standing: "open", source: "", mood: "", topic: "", answers: "", assignee: 0 };

describe("opinions", () => {
  it("are counted by place, the loudest first", () => {
    const lines = linesOf([
      { source: "x", mood: "negative", n: 2, reach: 10 }, { source: "app_store", mood: "positive", n: 9, reach: 0 }, { source: "x", mood: "neutral", n: 1, reach: 5 },
    ]);
    expect(lines.map((line) => [line.source, line.n, line.reach])).toEqual([["app_store", 9, 0], ["x", 3, 15]]);
    expect([sumOf(lines, "negative"), sumOf(lines, "positive")]).toEqual([2, 9]);
  });
  it("are asked for by what was chosen only", () => {
    expect(query(wish)).toBe("standing=open");
    expect(query({ ...wish, mood: "negative", assignee: 4 }, 90)).toBe("standing=open&mood=negative&assignee=4&before=90");
  });
  it("are answered where a connection is, unless taken back", () => {
    const one = (changed: Partial<Opinion>) => ({ connection_id: 3, state: "open", ...changed }) as Opinion;
    expect([answerable(one({})), answerable(one({ connection_id: null })), answerable(one({ state: "removed" }))]).toEqual([true, false, false]);
  });
  it("are ruled on by somebody else than who wrote the words", () => {
    const one = { staff_id: 7, state: "waiting" } as Answer;
    expect([rulable(one, 8), rulable(one, 7), rulable({ ...one, state: "approved" }, 8)]).toEqual([true, false, false]);
  });
  it("lead to the web and nowhere else", () => {
    expect([webLink("https://x.com/1"), webLink("javascript:alert(1)"), webLink("data:text/html,x"), webLink("")]).toEqual(["https://x.com/1", "", "", ""]);
  });
});
