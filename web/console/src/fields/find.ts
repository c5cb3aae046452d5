/** Looking for a reason by its name in either language, its code, or how customers put it. Pure. */
import type { Family, Leaf } from "./api";

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

/** How well a reason fits: 0 by its name, 1 by its code or family, 2 by what customers say; null when a word is nowhere. */
function fit(words: string[], leaf: Leaf, family: Family): number | null {
  const layers = [plain(`${leaf.zh} ${leaf.en}`), plain(`${leaf.code} ${family.zh} ${family.en}`), plain(leaf.said.join(" "))];
  const best = words.map((word) => layers.findIndex((layer) => layer.includes(word)));
  return best.includes(-1) ? null : Math.max(...best);
}

/** The families that are left with the reasons that fit, those that fit best first; everything when nothing is looked for. */
export function findReasons(families: readonly Family[], query: string): Family[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [...families];
  const scored = families.flatMap((family) => {
    const some = family.reasons
      .flatMap((leaf) => {
        const score = fit(words, leaf, family);
        return score === null ? [] : [{ leaf, score }];
      })
      .sort((a, b) => a.score - b.score);
    return some.length ? [{ family: { ...family, reasons: some.map((one) => one.leaf) }, score: some[0]!.score }] : [];
  });
  return scored.sort((a, b) => a.score - b.score).map((one) => one.family);
}
