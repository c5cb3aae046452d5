import { describe, expect, it } from "vitest";
import { area, ceiling, firstDay, path, percent, span, valueOf } from "@/figures/shape";

describe("figures in words", () => {
  it("says times as people do", () => {
    expect([0, 48, 59.6, 180, 3600, 7800, 302_400].map((s) => span(s, "en"))).toEqual(["0 s", "48 s", "1 min", "3 min", "1 h", "2 h 10", "3.5 d"]);
    expect(span(90_000, "zh")).toBe("25 小时");
  });
  it("gives tenths only to samples that carry them", () => {
    expect(percent(0.984, 50)).toBe("98%");
    expect(percent(0.984, 500)).toBe("98.4%");
  });
  it("has no value where there is none", () => {
    expect(valueOf({ key: "csat", unit: "share", value: null, most: null, n: 3, least: 5, aside: 0, more: {} }, "en")).toBeNull();
  });
});

describe("lines", () => {
  const at = (x: number, y: number) => ({ x, y });
  it("leave a gap where a day has no value", () => {
    expect(path([at(0, 1), at(1, 2), null, at(3, 4)])).toBe("M0.0 1.0L1.0 2.0M3.0 4.0");
    expect(path([null, at(1, 2)])).toBe("M1.0 2.0");
  });
  it("close an area for each stretch", () => {
    expect(area([at(0, 1), at(1, 1), null, at(3, 1)], [at(0, 9), at(1, 9), null, at(3, 9)])).toBe(
      "M0.0 1.0L1.0 1.0L1.0 9.0L0.0 9.0ZM3.0 1.0L3.0 9.0Z",
    );
  });
  it("end their axis at a number that clocks have", () => {
    expect([ceiling(7, true), ceiling(61, true), ceiling(1_000_000, true), ceiling(11, false), ceiling(0, false)]).toEqual([10, 120, 1_209_600, 20, 4]);
  });
});

it("a period of seven days begins six days before its last", () => {
  expect(firstDay("2026-11-02", 7)).toBe("2026-10-27");
});
