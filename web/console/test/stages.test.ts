import { describe, expect, it, vi } from "vitest";

vi.stubGlobal("addEventListener", () => undefined);
vi.stubGlobal("navigator", { language: "en" });
vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined });
vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined }));
const { figuresOf, sentenceOf, took } = await import("../src/copilot/stages");
const { session } = await import("../src/kit/session");
const { settings } = await import("../src/kit/settings");

settings.language = "en";
session.reasons = [{ code: "wd.failed", zh: "提币失败", en: "Withdrawal failed" }] as unknown as typeof session.reasons;
const stage = (name: string, en: string, detail: Record<string, string | number | string[]> = {}) => ({ name, en, zh: en, took_us: 40, detail });

describe("a stage of the assistant", () => {
  it("leaves out what is empty and names codes, languages and shares", () => {
    const figures = figuresOf(stage("intent", "", { reason: "wd.failed", share: 0.913, shares: ["wd.failed 0.91", "wd.failed 0.00"], alarms: [], out_of_scope: 0, by: "words" }));
    expect(figures).toEqual([["Reason", "Withdrawal failed"], ["Sure", "91%"], ["Most likely", "Withdrawal failed 91%"], ["By", "the words"]]);
    expect(figuresOf(stage("language", "", { kept: "ru", chosen: "", heard: "zh-Hant" }))).toEqual([["So far", "Russian"], ["Heard", "Traditional Chinese"]]);
  });

  it("says its sentence without codes", () => {
    expect(sentenceOf(stage("intent", "Taken for wd.failed by the words.", { reason: "wd.failed" }))).toBe("Taken for Withdrawal failed by the words.");
    expect(sentenceOf(stage("language", "Answers in ru."))).toBe("Answers in Russian.");
    expect(sentenceOf(stage("check", "Every figure is in it."))).toBe("Every figure is in it.");
  });

  it("does not tell apart what is shorter than a tenth of a millisecond", () => {
    expect([took(40), took(340), took(162_000)]).toEqual(["under 0.1 ms", "0.3 ms", "162 ms"]);
  });
});
