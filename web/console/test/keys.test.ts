import { expect, it } from "vitest";

const sources = import.meta.glob<string>(["../src/**/*.ts", "../src/**/*.vue"], { query: "?raw", import: "default", eager: true });

it("no two features want the same key after G", () => {
  const wanted = new Map<string, Set<string>>();
  for (const [path, text] of Object.entries(sources)) {
    const feature = path.split("/")[2]!;
    if (feature === "kit") continue;
    for (const [, combo, key] of text.matchAll(/"KeyG (Key[A-Z]|Comma)"|\bkey: "(Key[A-Z]|Comma)"/g)) {
      const those = wanted.get((combo ?? key)!) ?? new Set();
      wanted.set((combo ?? key)!, those.add(feature === "screens" || feature === "palette" ? "desk" : feature));
    }
  }
  for (const [key, features] of wanted) expect([...features], key).toHaveLength(1);
});
