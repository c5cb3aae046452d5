import { describe, expect, it } from "vitest";
import type { Settings } from "@/groups/api";
import { mayReadmit, mayRestore, standOf, stood, wrongOf } from "@/groups/rules";

const settings: Settings = { mode: "act", language: "auto", off: ["bait"], held: ["mentions"], answers: true, mute_at: 2, ban_at: 3, mute_hours: 24, budget: 2 };

describe("a group", () => {
  it("has each rule on, noting only, or off, and never two of them", () => {
    expect(["bait", "mentions", "link"].map((rule) => standOf(settings, rule))).toEqual(["off", "held", "on"]);
    const after = stood(stood(stood(settings, "bait", "held"), "mentions", "on"), "link", "off");
    expect([after.off, after.held]).toEqual([["link"], ["bait"]]);
    expect(settings.off).toEqual(["bait"]);
  });
  it("has numbers the server takes", () => {
    expect(wrongOf(settings)).toBe("");
    expect([{ mute_at: 0 }, { ban_at: 1 }, { mute_hours: 1.5 }, { budget: 51 }].map((change) => wrongOf({ ...settings, ...change }))).toEqual(["strikes", "order", "hours", "budget"]);
  });
  it("gets words back that may stand there, and people who were put out", () => {
    expect(mayRestore({ message: "9", did: "removed", rule: "link" })).toBe(true);
    for (const deed of [{ message: "", did: "removed", rule: "link" }, { message: "9", did: "noted", rule: "link" }, { message: "9", did: "removed", rule: "secret" }] as const) expect(mayRestore(deed)).toBe(false);
    expect((["noted", "removed", "warned", "muted", "banished"] as const).map((did) => mayReadmit({ did }))).toEqual([false, false, false, true, true]);
  });
});
