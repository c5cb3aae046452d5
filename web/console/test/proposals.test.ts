import { describe, expect, it } from "vitest";
import type { Offered, Param } from "@/proposals/api";
import { paramsOf, valueOf, wrongIn } from "@/proposals/form";

const param = (key: string, shape: Param["shape"], more: Partial<Param> = {}): Param => ({
  key, shape, label: { en: key, zh: key }, required: true, least: 1, most: 720, choices: [], ...more,
});
const kind = (...params: Param[]): Offered => ({
  type: "x", cls: "D", label: { en: "", zh: "" }, at_once: false, params, needs: { en: "", zh: "" }, seats: [], other_team: false, consent: false, legal: false,
  single: null, customer: null, hinders: null,
});

describe("the fields of an action", () => {
  it("takes amounts as they are written and never as numbers", () => {
    const amount = param("amount", "amount");
    expect(valueOf(amount, " 120.50 ")).toBe("120.50");
    for (const wrong of ["1e5", "-1", "0", "0.000", "1,000", "５", "1".repeat(40), "1.2.3"]) expect(valueOf(amount, wrong)).toBeNull();
  });

  it("reads whole numbers within their bounds and lists of hashes", () => {
    expect(valueOf(param("hours", "count"), "24")).toBe(24);
    expect(valueOf(param("hours", "count"), "721")).toBeNull();
    expect(valueOf(param("evidence", "hashes"), `${"A".repeat(64)}\n${"b".repeat(64)}`)).toEqual(["a".repeat(64), "b".repeat(64)]);
    expect(valueOf(param("evidence", "hashes"), "abc")).toBeNull();
  });

  it("says what is missing and leaves out what is empty", () => {
    const one = kind(param("coin", "coin"), param("fee", "amount", { required: false }));
    expect(wrongIn(one, {})).toEqual(["coin"]);
    expect(wrongIn(one, { coin: "usdt", fee: "x" })).toEqual(["fee"]);
    expect(paramsOf(one, { coin: "usdt", fee: "" })).toEqual({ coin: "USDT" });
  });
});
