import { beforeAll, describe, expect, it, vi } from "vitest";
import { en } from "../src/words/en";
import { zh } from "../src/words/zh";

/** A sentence with something plausible in its gaps: numbers, or words where it wants those. */
function filled(sentence: (...args: unknown[]) => string): string {
  try {
    return String(sentence(2, 3, 4));
  } catch {
    return String(sentence("a", "b", "c"));
  }
}

/** Every sentence of a table. */
function sentences(table: object, path = ""): [string, string][] {
  return Object.entries(table).flatMap(([key, value]): [string, string][] => {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === "function") return [[here, filled(value as (...args: unknown[]) => string)]];
    return typeof value === "string" ? [[here, value]] : sentences(value as object, here);
  });
}

/** The console's own tables, then those of every feature. */
const tables: { en: object; zh: object }[] = [{ en, zh }];
const all = (language: "en" | "zh") => tables.flatMap((table) => sentences(table[language]));

beforeAll(async () => {
  vi.stubGlobal("addEventListener", () => undefined);
  vi.stubGlobal("navigator", { language: "en" });
  await Promise.all(Object.values(import.meta.glob("../src/*/{words,*-words}.ts")).map((load) => load()));
  tables.push(...(await import("../src/kit/words")).tables);
});

describe("the words", () => {
  it("are all there in both languages", () => {
    expect(tables.length).toBeGreaterThan(1);
    for (const table of tables) expect(sentences(table.zh).map(([path]) => path).sort()).toEqual(sentences(table.en).map(([path]) => path).sort());
    for (const [path, text] of [...all("en"), ...all("zh")]) expect(text, path).not.toBe("");
  });

  it("promise nothing vague and do not shout", () => {
    for (const [path, text] of all("en")) expect(text, path).not.toMatch(/\bsoon\b|\bshortly\b|unfortunately|!/i);
    for (const [path, text] of all("zh")) expect(text, path).not.toMatch(/马上|稍后|亲|尊敬|！|!/);
  });

  it("use full-width punctuation in Chinese", () => {
    for (const [path, text] of all("zh")) expect(text, path).not.toMatch(/\p{Script=Han}[,;?:]/u);
  });
});
