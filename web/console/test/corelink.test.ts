/** Types of events beside what came of them. */
import { describe, expect, it } from "vitest";
import type { Offer } from "@/corelink/api";
import { typeRows } from "@/corelink/rows";

const offer = {
  events: [{ name: "deposit", label: { zh: "", en: "" }, types: ["deposit.held", "deposit.available"], missing: [], loss: null }], strange: ["moon.full"],
} as unknown as Offer;
const came = (type: string) => ({ type, last_at: "2026-11-22T10:00:00Z", day: 3 });

describe("types of events", () => {
  it("shows what is offered and never came", () => {
    expect(typeRows(offer, [])).toEqual([
      { type: "deposit.available", came: null, named: true },
      { type: "deposit.held", came: null, named: true },
    ]);
  });
  it("tells what came without being named from what is only unknown here", () => {
    expect(typeRows(offer, [came("sun.dark"), came("moon.full")]).map((row) => [row.type, row.named])).toEqual([
      ["deposit.available", true], ["deposit.held", true], ["moon.full", true], ["sun.dark", false],
    ]);
  });
  it("says nothing of names before the exchange has said what it offers", () => {
    expect(typeRows(null, [came("kyc.retry")])).toEqual([{ type: "kyc.retry", came: came("kyc.retry"), named: null }]);
  });
});
