/** Lines as they are written into a group, and what is wrong with them before the server says so. */

export interface Fault {
  line: string;
  why: "long" | "empty" | "twice";
}

export const linesOf = (text: string): string[] => text.split("\n").map((line) => line.trim().replace(/\s+/gu, " ")).filter(Boolean);

/** A line as it is compared: form, case and punctuation do not count. */
export const spelled = (line: string): string => (line.normalize("NFKC").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ");

/** The first thing wrong, if any. */
export function faultOf(lines: readonly string[], longest: number): Fault | null {
  const seen = new Set<string>();
  for (const line of lines) {
    const form = spelled(line);
    if (!form) return { line, why: "empty" };
    if ([...line].length > longest) return { line, why: "long" };
    if (seen.has(form)) return { line, why: "twice" };
    seen.add(form);
  }
  return null;
}

/** For each line that stands in other groups too: those groups' keys. */
export function alsoIn(lines: readonly string[], key: string, groups: readonly { key: string; words: readonly string[] }[]): { line: string; keys: string[] }[] {
  const held = new Map<string, string[]>();
  for (const group of groups.filter((one) => one.key !== key)) {
    for (const form of new Set(group.words.map(spelled))) held.set(form, [...(held.get(form) ?? []), group.key]);
  }
  return lines.flatMap((line) => (held.has(spelled(line)) ? [{ line, keys: held.get(spelled(line)) ?? [] }] : []));
}

/** The list with the line at `from` moved to `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}
