import { describe, expect, it } from "vitest";
import { blankName, fit, search, withBlanks } from "@/macros/fuzzy";

const macro = (name_zh: string, name_en: string, shortcut = "", uses = 0) => ({ name_zh, name_en, shortcut, uses });
const ALL = [
  macro("充币：漏填 Memo", "Deposit: missing memo", "memo", 2), macro("提币：审核中", "Withdrawal: under review", "review", 9),
  macro("已解决，请确认", "Solved, please confirm", "solved", 5), macro("问候并接手", "Greeting", "hello", 1),
];
const names = (typed: string) => search(ALL, typed).map((one) => one.shortcut);

describe("finding a macro", () => {
  it("shows all while nothing is typed", () => expect(names("")).toHaveLength(4));
  it("takes a shortcut before everything", () => expect(names("/memo")[0]).toBe("memo"));
  it("finds Chinese by characters in order, together or not", () => {
    expect(names("审核")).toEqual(["review"]);
    expect(names("充漏")).toEqual(["memo"]);
    expect(names("漏充")).toEqual([]);
  });
  it("finds English by letters in order, the closest first", () => {
    expect(names("miss memo")[0]).toBe("memo");
    expect(names("wdrev")).toEqual(["review"]);
    expect(names("GREET")).toEqual(["hello"]);
  });
  it("knows wide letters", () => expect(names("ＭＥＭＯ")[0]).toBe("memo"));
  it("puts together before scattered", () => expect(fit("missing memo", "memo")!).toBeLessThan(fit("m e x m o", "memo")!));
});

describe("blanks", () => {
  it("are filled where something was given, and stay where nothing was", () => {
    expect(withBlanks("{{fill:金额}} 和 {{ fill:time }} 和 {{fill:金额}}", { "fill:金额": "12 U", "fill:time": " " })).toBe("12 U 和 {{ fill:time }} 和 12 U");
  });
  it("are named without their mark", () => expect(blankName("fill:金额")).toBe("金额"));
});
