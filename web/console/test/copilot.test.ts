import { describe, expect, it, vi } from "vitest";

vi.stubGlobal("addEventListener", () => undefined);
vi.stubGlobal("navigator", { language: "en" });
const { blanksOf, words } = await import("../src/copilot/words");
const { words: assistant } = await import("../src/copilot/assistantWords");

describe("a draft", () => {
  it("names what is still to be filled, each once", () => {
    expect(blanksOf("{{fill:金额}} of {{ promise.by }}, {{fill:金额}}")).toEqual(["金额", "promise.by"]);
    expect(blanksOf("nothing")).toEqual([]);
  });

  it("says why the model's words are not shown, whatever the reason", () => {
    for (const why of ["off", "budget", "busy", "resting", "slow", "down", "limited", "refused", "garbled", "too_large", "left", "ungrounded", "markup", "never", "promise", "empty"])
      expect(words.value.whys[why], why).toBeTruthy();
    expect(words.value.whys.asked).toBeUndefined();
  });
});

describe("a turn of the assistant", () => {
  it("has a word for each kind of move", () => {
    for (const kind of ["answer", "choices", "question", "step", "hand_off", "hold", "silent"]) expect(assistant.value.kinds[kind], kind).toBeTruthy();
  });
});
