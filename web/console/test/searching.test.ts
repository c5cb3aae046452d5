import { describe, expect, it } from "vitest";
import { EVERYBODY, same, serves } from "../src/channels/rule";
import { alsoIn, faultOf, linesOf, moved, spelled } from "../src/searching/lines";

describe("lines of a group", () => {
  it("are trimmed, and blank ones are none", () => {
    expect(linesOf(" top   up \n\n　充值 \r\n")).toEqual(["top up", "充值"]);
    expect(spelled("Ｔop-Up！")).toBe("top up");
  });

  it("are refused before the server does", () => {
    expect(faultOf(["fee", "gas"], 60)).toBeNull();
    expect(faultOf(["fee", "FEE!"], 60)).toEqual({ line: "FEE!", why: "twice" });
    expect(faultOf(["…"], 60)).toEqual({ line: "…", why: "empty" });
    expect(faultOf(["币".repeat(61)], 60)?.why).toBe("long");
    expect(faultOf(["😀".repeat(5) + "a".repeat(55)], 60)).toBeNull();
  });

  it("tell in which other groups they stand", () => {
    const groups = [{ key: "polygon", words: ["matic", "pol"] }, { key: "rebrand", words: ["MATIC"] }, { key: "own", words: ["matic"] }];
    expect(alsoIn(["Matic", "ftm"], "own", groups)).toEqual([{ line: "Matic", keys: ["polygon", "rebrand"] }]);
  });

  it("change their places", () => {
    expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  });
});

describe("a way to reach us", () => {
  it("is open by region and level as the server decides", () => {
    const asiaVip = { ...EVERYBODY, regions: ["Asia/"], tiers: ["VIP"] };
    expect(serves(asiaVip, "Asia/Shanghai", "VIP 3")).toBe(true);
    expect(serves(asiaVip, "Europe/Madrid", "VIP 3")).toBe(false);
    expect(serves(asiaVip, "Asia/Tokyo", "VIPX")).toBe(false);
    expect(serves({ ...EVERYBODY, open: false }, "Asia/Tokyo", "")).toBe(false);
    expect(same(asiaVip, { ...asiaVip, regions: ["Asia/"] })).toBe(true);
    expect(same(asiaVip, EVERYBODY)).toBe(false);
  });
});
