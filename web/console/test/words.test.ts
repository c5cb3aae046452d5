import { describe, expect, it } from "vitest";
import { en } from "../src/words/en";
import { zh } from "../src/words/zh";

/** Every sentence of a table; functions are filled with something plausible. */
function sentences(table: object, path = ""): [string, string][] {
  return Object.entries(table).flatMap(([key, value]): [string, string][] => {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === "function") return [[here, (value as (...args: unknown[]) => string)(2, 3)]];
    return typeof value === "string" ? [[here, value]] : sentences(value as object, here);
  });
}

describe("the words", () => {
  it("are all there in both languages", () => {
    expect(sentences(zh).map(([path]) => path).sort()).toEqual(sentences(en).map(([path]) => path).sort());
    for (const [path, text] of [...sentences(en), ...sentences(zh)]) expect(text, path).not.toBe("");
  });

  it("promise nothing vague and do not shout", () => {
    for (const [path, text] of sentences(en)) expect(text, path).not.toMatch(/\bsoon\b|\bshortly\b|unfortunately|!/i);
    for (const [path, text] of sentences(zh)) expect(text, path).not.toMatch(/马上|稍后|亲|尊敬|！|!/);
  });

  it("use full-width punctuation in Chinese", () => {
    for (const [path, text] of sentences(zh)) expect(text, path).not.toMatch(/\p{Script=Han}[,;?:]/u);
  });
});
