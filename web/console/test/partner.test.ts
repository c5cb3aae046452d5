/** Endpoints: how they do, what was sent, since when it is sent again. */
import { describe, expect, it } from "vitest";
import type { Webhook } from "@/partner/api";
import { fits, healthOf, momentUtc, readable } from "@/partner/shape";

const hook = (changed: Partial<Webhook>) => ({ state: "active", trouble_since: null, ...changed }) as Webhook;

describe("an endpoint", () => {
  it("is well, in trouble, or off; off comes first", () => {
    expect([healthOf(hook({})), healthOf(hook({ trouble_since: "2026-11-23T00:00:00Z" })), healthOf(hook({ state: "paused", trouble_since: "2026-11-23T00:00:00Z" })), healthOf(hook({ state: "disabled" }))])
      .toEqual(["well", "trouble", "paused", "disabled"]);
  });
  it("stands behind https, or on this machine", () => {
    expect(["https://a.example/x", " https://a.example ", "http://localhost:9000/", "http://127.0.0.1/hook", "http://a.example", "ftp://a", "https://", ""].map(fits))
      .toEqual([true, true, true, true, false, false, false, false]);
  });
  it("was told JSON, which is shown with room; anything else as it is", () => {
    expect(readable('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(readable("not json")).toBe("not json");
  });
  it("is told again since a moment that is meant in UTC", () => {
    expect(momentUtc("2026-11-23T01:00")).toBe("2026-11-23T01:00:00.000Z");
    expect([momentUtc(""), momentUtc("yesterday")]).toEqual(["", ""]);
  });
});
