import { describe, expect, it } from "vitest";
import { findReasons } from "@/fields/find";
import { readOptions, writeOptions } from "@/fields/options";
import type { Family } from "@/fields/api";
import { askedAt, choicesFor, withName } from "@/followers/mention";
import { asField, fromField, presets } from "@/snooze/times";
import { asTag } from "@/tags/word";

const at = (iso: string) => Date.parse(iso);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);

describe("tags", () => {
  it("have one spelling in every script", () => {
    expect(["  Needs Proof ", "#ＴＲＣ２０", "大户", "ждём — кошелёк", "เงินฝาก", "a/b.c:d"].map(asTag)).toEqual(["needs-proof", "trc20", "大户", "ждём-кошелёк", "เงินฝาก", "a/b.c:d"]);
  });
  it("are no sign language", () => {
    expect(["", " - ", "🙂", "<b>", "x;y", "a".repeat(41)].map(asTag)).toEqual([null, null, null, null, null, null]);
  });
});

describe("times to snooze until", () => {
  it("are on one's own clock", () => {
    const found = Object.fromEntries(presets(at("2026-11-19T02:00:00Z"), "Asia/Shanghai").map((one) => [one.key, iso(one.at)]));
    expect(found).toEqual({ hour: "2026-11-19T03:00", four: "2026-11-19T06:00", tomorrow: "2026-11-20T01:00", monday: "2026-11-23T01:00" });
  });
  it("offer Monday only where it is another day than tomorrow", () => {
    expect(presets(at("2026-11-22T02:00:00Z"), "UTC").map((one) => one.key)).toEqual(["hour", "four", "tomorrow"]);
    expect(iso(presets(at("2026-11-23T12:00:00Z"), "UTC").at(-1)!.at)).toBe("2026-11-30T09:00");
  });
  it("keep nine o'clock over the change to summer time", () => {
    expect(iso(presets(at("2026-03-28T12:00:00Z"), "Europe/Madrid").find((one) => one.key === "tomorrow")!.at)).toBe("2026-03-29T07:00");
  });
  it("are written into a field and read from it", () => {
    const moment = at("2026-11-22T23:30:00Z");
    expect(asField(moment, "Asia/Shanghai")).toBe("2026-11-23T07:30");
    expect(fromField("2026-11-23T07:30", "Asia/Shanghai")).toBe(moment);
    expect(fromField("", "UTC")).toBeNull();
  });
});

const names = {
  people: [{ id: 1, name: "Ana Duarte", role: "agent" }, { id: 2, name: "Sol Marín", role: "lead" }, { id: 3, name: "王小明", role: "agent" }],
  teams: [{ key: "wallet", zh: "钱包团队", en: "Wallet team", members: 2 }],
};
const choices = (text: string) => choicesFor(text, names, "en", { lead: "Lead" }, (n) => `${n}`).map((one) => one.name);

describe("names in a note", () => {
  it("are asked for after an at sign that begins a word", () => {
    expect(askedAt("please @an", 10)).toEqual({ from: 7, text: "an" });
    expect(askedAt("请@王", 3)).toEqual({ from: 1, text: "王" });
    expect(askedAt("请 @王", 4)).toEqual({ from: 2, text: "王" });
    expect(askedAt("ana@an", 6)).toBeNull();
    expect(askedAt("@ana\nmore", 9)).toBeNull();
  });
  it("fit by their beginning first", () => {
    expect(choices("")).toEqual(["Ana Duarte", "Sol Marín", "王小明", "Wallet team"]);
    expect(choices("ma")).toEqual(["Sol Marín"]);
    expect(choices("钱")).toEqual(["Wallet team"]);
    expect(choices("zz")).toEqual([]);
  });
  it("are put in whole, with the caret after them", () => {
    expect(withName("ask @an now", { from: 4, text: "an" }, 7, "Ana Duarte")).toEqual({ note: "ask @Ana Duarte now", caret: 15 });
    expect(withName("@", { from: 0, text: "" }, 1, "王小明")).toEqual({ note: "@王小明", caret: 4 });
    expect(withName("@s", { from: 0, text: "s" }, 2, "Sol")).toEqual({ note: "@Sol ", caret: 5 });
  });
});

const leaf = (code: string, zh: string, en: string, said: string[]) => ({ code, zh, en, severity: "P3" as const, slots: [], said });
const tree: Family[] = [
  { key: "dep", zh: "充币", en: "Deposits", reasons: [leaf("dep.unconfirmed", "确认数不足", "Pending confirmations", ["still not here"]), leaf("dep.memo", "漏填 Memo", "Missing memo", ["忘记填标签"])] },
  { key: "wd", zh: "提币", en: "Withdrawals", reasons: [leaf("wd.pending", "审核中", "Under review", ["my withdrawal memo is pending"])] },
];
const codes = (query: string) => findReasons(tree, query).flatMap((family) => family.reasons.map((one) => one.code));

describe("reasons", () => {
  it("are found by name in both languages, family, code and what customers say", () => {
    expect(codes("标签")).toEqual(["dep.memo"]);
    expect(codes("MEMO")).toEqual(["dep.memo", "wd.pending"]);
    expect(codes("充币")).toEqual(["dep.unconfirmed", "dep.memo"]);
    expect(codes("missing memo")).toEqual(["dep.memo"]);
    expect(codes("nothing like it")).toEqual([]);
    expect(codes("")).toHaveLength(3);
  });
});

describe("choices of a field", () => {
  it("are read a line each, and written back", () => {
    const text = "sms | 短信 | SMS\nmail｜邮箱｜E-mail";
    const made = readOptions(text)!;
    expect(made.map((one) => one.value)).toEqual(["sms", "mail"]);
    expect(readOptions(writeOptions(made))).toEqual(made);
    expect([readOptions("sms | SMS"), readOptions("SMS|a|b"), readOptions("a|b|c\na|d|e")]).toEqual([null, null, null]);
  });
});
