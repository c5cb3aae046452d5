/** Finding commands by typed letters. Words may be typed in any order; what fits earlier and shorter comes first. */

export interface Hit<T> {
  value: T;
  /** The label cut into plain and matched parts, for underlining. */
  parts: { text: string; hit: boolean }[];
}

const fold = (text: string) => text.normalize("NFKC").toLowerCase();

/** Null when the query does not fit. Lower is better. */
function score(label: string, words: string[]): { rank: number; spans: [number, number][] } | null {
  const spans: [number, number][] = [];
  let rank = 0;
  for (const word of words) {
    const at = label.indexOf(word);
    if (at < 0) return null;
    spans.push([at, at + word.length]);
    const atWord = at === 0 || /[\s:·(（，。]/.test(label[at - 1]!);
    rank += at + (atWord ? 0 : 20);
  }
  return { rank: rank + label.length / 100, spans: spans.sort((a, b) => a[0] - b[0]) };
}

function cut(label: string, spans: [number, number][]): Hit<unknown>["parts"] {
  const parts: Hit<unknown>["parts"] = [];
  let at = 0;
  for (const [from, to] of spans) {
    if (from < at) continue;
    if (from > at) parts.push({ text: label.slice(at, from), hit: false });
    parts.push({ text: label.slice(from, to), hit: true });
    at = to;
  }
  if (at < label.length) parts.push({ text: label.slice(at), hit: false });
  return parts;
}

export function find<T>(values: readonly T[], labelOf: (value: T) => string, query: string): Hit<T>[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const hits = values.flatMap((value) => {
    const label = labelOf(value);
    const folded = fold(label);
    const found = score(folded, words);
    // Folding may change the length of rare letters; then nothing is underlined.
    return found ? [{ value, rank: found.rank, parts: cut(label, folded.length === label.length ? found.spans : []) }] : [];
  });
  return words.length ? hits.sort((a, b) => a.rank - b.rank) : hits;
}
