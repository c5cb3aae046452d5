/** The words of an original in pieces: what the message leaves out, and what hides in it, which the server writes as [U+200B x3]. */

export interface Mark {
  text: string;
  hides: boolean;
}
export interface Line {
  marks: Mark[];
  /** Not part of the message: a quote or a signature. */
  cut: boolean;
}

const HIDDEN = /\[U\+[0-9A-F]{4,6}(?: x\d+)?\]/g;

export function marksOf(text: string): Mark[] {
  const marks: Mark[] = [];
  let at = 0;
  for (const found of text.matchAll(HIDDEN)) {
    if (found.index > at) marks.push({ text: text.slice(at, found.index), hides: false });
    marks.push({ text: found[0].slice(1, -1), hides: true });
    at = found.index + found[0].length;
  }
  if (at < text.length || !marks.length) marks.push({ text: text.slice(at), hides: false });
  return marks;
}

export const linesOf = (text: string, cuts: readonly [number, number][]): Line[] =>
  text.split("\n").map((line, n) => ({ marks: marksOf(line), cut: cuts.some(([from, before]) => n >= from && n < before) }));

/** How many hidden characters there are. */
export const hiddenIn = (text: string): number =>
  [...text.matchAll(HIDDEN)].reduce((sum, [found]) => sum + Number(/ x(\d+)/.exec(found)?.[1] ?? 1), 0);
