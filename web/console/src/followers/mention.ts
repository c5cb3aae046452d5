/** Naming colleagues in a note: what is being typed after an at sign, and whom it may mean. Pure. */
import type { Language } from "@/api/types";
import type { Names } from "./api";

const MOST = 8;
const LONGEST = 30;
/** An address such as ana@example has a letter before the sign; in scripts without spaces a name may follow a letter. */
const TYPED = /(^|[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_.@])[@＠]([^@＠\n]{0,30})$/u;
const SPACED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{N}]$/u;

export interface Asked {
  /** Where the at sign stands. */
  from: number;
  text: string;
}

/** What is typed after the last at sign before the caret; null when no name is being written there. */
export function askedAt(note: string, caret: number): Asked | null {
  const before = note.slice(Math.max(0, caret - LONGEST - 2), caret);
  const match = TYPED.exec(before);
  return match ? { from: caret - match[2]!.length - 1, text: match[2]! } : null;
}

export interface Choice {
  key: string;
  /** What stands in the note after the at sign. */
  name: string;
  hint: string;
}

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

const INSIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** People and teams with a word that begins as typed, whose name begins so first; scripts without spaces fit anywhere. */
export function choicesFor(text: string, names: Names, language: Language, roles: Record<string, string>, members: (n: number) => string): Choice[] {
  const needle = plain(text.trim());
  const people = names.people.map((one) => ({ key: `p${one.id}`, name: one.name, hint: roles[one.role] ?? one.role, in: plain(one.name) }));
  const teams = names.teams.map((one) => ({ key: `t${one.key}`, name: one[language], hint: members(one.members), in: plain(`${one[language]} ${one.key} ${one.zh} ${one.en}`) }));
  const rank = (inside: string) => (inside.startsWith(needle) ? 0 : inside.includes(` ${needle}`) || INSIDE.test(needle) ? 1 : 2);
  return [...people, ...teams]
    .filter((one) => one.in.includes(needle) && rank(one.in) < 2)
    .sort((a, b) => rank(a.in) - rank(b.in))
    .slice(0, MOST)
    .map(({ key, name, hint }) => ({ key, name, hint }));
}

/** The note with the name put in, and where the caret stands then. A name of a script with spaces is followed by one. */
export function withName(note: string, asked: Asked, caret: number, name: string): { note: string; caret: number } {
  const put = `@${name}${SPACED.test(name) && !/^\s/.test(note.slice(caret)) ? " " : ""}`;
  return { note: note.slice(0, asked.from) + put + note.slice(caret), caret: asked.from + put.length };
}
