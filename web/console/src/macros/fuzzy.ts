/** Finding a macro by a few letters or characters of its names or its shortcut. Pure. */

const fold = (text: string) => text.normalize("NFKC").toLowerCase();

/** How well letters fit a text, lower is better: together and early before scattered; null when they are not all there in order. */
export function fit(text: string, typed: string): number | null {
  const hay = fold(text);
  const needle = fold(typed).replaceAll(/\s+/g, "");
  if (!needle) return 0;
  const whole = hay.replaceAll(/\s+/g, "").indexOf(needle);
  if (whole >= 0) return whole;
  let at = -1;
  let gaps = 0;
  for (const letter of needle) {
    const next = hay.indexOf(letter, at + 1);
    if (next < 0) return null;
    if (at >= 0) gaps += next - at - 1;
    at = next;
  }
  return 100 + gaps;
}

export interface Named {
  name_zh: string;
  name_en: string;
  shortcut: string;
  uses: number;
}

/** What fits, the best first; of equal fit the one used more. A typed shortcut comes before everything. */
export function search<M extends Named>(macros: readonly M[], typed: string): M[] {
  const query = typed.trim().replace(/^\//, "");
  if (!query) return [...macros];
  const ranked = macros.flatMap((macro) => {
    const exact = fold(macro.shortcut) === fold(query) ? -1_000 : null;
    const fits = [exact, macro.shortcut ? fit(macro.shortcut, query) : null, fit(macro.name_zh, query), fit(macro.name_en, query)].filter((one) => one !== null);
    return fits.length ? [{ macro, rank: Math.min(...fits) }] : [];
  });
  return ranked.sort((a, b) => a.rank - b.rank || b.macro.uses - a.macro.uses).map((one) => one.macro);
}

const BLANK = /\{\{\s*([^{}]{1,60}?)\s*\}\}/g;

/** The text with the blanks that were given values. */
export const withBlanks = (text: string, given: Record<string, string>): string =>
  text.replaceAll(BLANK, (whole, name: string) => given[name]?.trim() || whole);

/** A blank as people read it: `fill:金额` is 金额. */
export const blankName = (name: string): string => name.replace(/^fill:/, "");
