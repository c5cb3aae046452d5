/** Sending domains and letterheads: what a check found, what is sent. */
import { describe, expect, it } from "vitest";
import type { Checked, Zone } from "@/mailsetup/api";
import { allRight, bare, blank, foundOf, KEY, listOf, tidy } from "@/mailsetup/shape";

const record = (changed: Partial<Zone> = {}): Zone => ({ purpose: "dkim", name: "s1._domainkey.a.com", type: "TXT", value: "v=DKIM1", key_id: 1, ...changed });
const checked = (found: Checked["found"], changed: Partial<Zone> = {}): Checked => ({ record: record(changed), found, there: [] });

describe("records of a domain", () => {
  it("find their own check, not that of another key", () => {
    const list = [checked("wrong", { key_id: 2, name: "s2._domainkey.a.com" }), checked("right")];
    expect(foundOf(record(), list)?.found).toBe("right");
    expect(foundOf(record({ purpose: "mx" }), list)).toBeUndefined();
    expect(foundOf(record(), undefined)).toBeUndefined();
  });
  it("are right only when every one is, and unknown before anybody asked", () => {
    expect([allRight(undefined), allRight([checked("right")]), allRight([checked("right"), checked("unanswered")])]).toEqual([null, true, false]);
  });
});

describe("a letterhead", () => {
  it("is sent without empty footers or blanks", () => {
    expect(tidy({ ...blank(" Harbor "), footer: { en: " One. ", zh: "  " }, address: " a@b.com " })).toMatchObject({ brand: "Harbor", footer: { en: "One." }, address: "a@b.com" });
  });
  it("takes names apart at commas of both kinds, each once", () => {
    expect(listOf("EU, SG，EU、 \n HK")).toEqual(["EU", "SG", "HK"]);
  });
  it("has a key of small letters", () => {
    expect(["eu", "default", "Eu", "1a", "a b", ""].map((key) => KEY.test(key))).toEqual([true, true, false, false, false, false]);
  });
  it("carries its logo without the head of a data address", () => {
    expect(bare("data:image/png;base64,AAAA")).toBe("AAAA");
  });
});
