import { describe, expect, it } from "vitest";
import { Refused } from "@/api/http";
import type { Connection, Field } from "@/connections/api";
import { changedOf, choicesOf, fits, listOf, refusedOf, wrongOf } from "@/connections/form";
import { microOf, shareOf, shownOf, typedOf } from "@/connections/money";
import { sizeOf, spentOf, standingOf } from "@/connections/told";

const field = (key: string, change: Partial<Field> = {}): Field => ({
  key, label: { zh: key, en: key }, help: { zh: "", en: "" }, secret: false, required: true, pattern: String.raw`\S(.{0,498}\S)?`, default: "", ...change,
});
const health = { last_in_at: null, last_out_at: null, last_failure_at: null, last_failure: "", failures: 0, waiting_in: 0, waiting_out: 0, failed_day: 0, refused_day: 0 };
const standing = (state: Connection["state"], change: Partial<Connection["health"]> = {}) => standingOf({ state, health: { ...health, ...change } });

describe("the fields of a kind", () => {
  const fields = [field("token", { secret: true, pattern: "[0-9a-f]{4}" }), field("page", { required: false, pattern: "[0-9]*" }), field("way", { pattern: "webhook|polling", default: "webhook" })];

  it("are checked whole, as the server does", () => {
    expect(fits(fields[0]!, "12ab")).toBe(true);
    expect(fits(fields[0]!, "12abc")).toBe(false);
    expect(fits(fields[2]!, "webhooks")).toBe(false);
    expect(fits(field("x", { pattern: String.raw`[\w.-]{3,5}` }), "a.-_")).toBe(true);
    expect(fits(field("x", { pattern: String.raw`[^\x00-\x1f<>\"]{1,80}` }), "Farol")).toBe(true);
  });
  it("are chosen where their pattern lists words", () => {
    expect(choicesOf(fields[2]!)).toEqual(["webhook", "polling"]);
    expect(choicesOf(field("x", { pattern: "(yes|no)?" }))).toEqual(["yes", "no"]);
    expect([choicesOf(fields[0]!), choicesOf(field("x"))]).toEqual([null, null]);
  });
  it("are left to the server when their pattern is Python's own", () => {
    expect(fits(field("x", { pattern: "(?P<a>[0-9]+" }), "anything")).toBe(true);
  });
  it("say what is missing and what has another form; a kept secret may stay empty", () => {
    expect(wrongOf(fields, {})).toEqual({ token: "missing" });
    expect(wrongOf(fields, { token: " 12ab ", page: "x" })).toEqual({ page: "form" });
    expect(wrongOf(fields, {}, ["token"])).toEqual({});
  });
  it("send what is new, and a secret once it was typed", () => {
    expect(changedOf(fields, { page: "7", way: "webhook" }, { page: "7", way: "polling", token: "" })).toEqual({ way: "polling" });
    expect(changedOf(fields, { page: "7" }, { page: "", token: "12ab" })).toEqual({ page: "", token: "12ab" });
  });
  it("are named by the server's refusal", () => {
    expect(refusedOf(new Refused(422, "invalid", "", { errors: [{ field: "values.token", why: "x" }, { field: "page", why: "y" }] }))).toEqual(["token", "page"]);
    expect(refusedOf(new Error("x"))).toEqual([]);
  });
  it("take lists with commas of either width", () => {
    expect(listOf(" SG，EU, SG、BR ")).toEqual(["SG", "EU", "BR"]);
    expect(listOf("")).toEqual([]);
  });
});

describe("money", () => {
  it("is exact both ways", () => {
    for (const [text, micro] of [["0.0042", 4200], ["0.000001", 1], ["200", 200_000_000], ["1,5", 1_500_000], ["0.1", 100_000]] as const) expect(microOf(text)).toBe(micro);
    for (const text of ["", "-1", "0.0000001", "1.2.3", "1e3", "abc"]) expect(microOf(text)).toBeNull();
    expect([0, 1, 4200, 1_500_000, 1_234_567_890_000].map(shownOf)).toEqual(["0.00", "0.000001", "0.0042", "1.50", "1,234,567.89"]);
    for (const micro of [1, 4200, 200_000_000, 1_234_567_890_123]) expect(microOf(typedOf(micro))).toBe(micro);
    expect(typedOf(null)).toBe("");
  });
  it("is all used only when it is", () => {
    expect([shareOf(199_999_999, 200_000_000), shareOf(200_000_000, 200_000_000), shareOf(0, 5)]).toEqual([99, 100, 0]);
  });
});

describe("a connection", () => {
  it("stands in one word", () => {
    expect(standing("active")).toBe("quiet");
    expect(standing("active", { last_out_at: "2026-11-22T08:00:00Z" })).toBe("works");
    expect(standing("active", { last_out_at: "2026-11-22T08:00:00Z", failures: 1 })).toBe("fails");
    expect([standing("paused", { failures: 3 }), standing("broken")]).toEqual(["paused", "broken"]);
  });
  it("adds what it used, and counts files as platforms do", () => {
    expect(spentOf({ spent: [{ unit: "a", count: 1, micro: 5, currency: "USD" }, { unit: "b", count: 1, micro: 7, currency: "USD" }] })).toBe(12);
    expect([sizeOf(25 * 1024 * 1024), sizeOf(1.5 * 1024 * 1024), sizeOf(2048), sizeOf(12)]).toEqual(["25 MB", "1.5 MB", "2 KB", "12 B"]);
  });
});
