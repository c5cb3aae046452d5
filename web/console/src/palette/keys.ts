/** The sheet of keys: the desk's own, then what features add. */
import { shallowReactive } from "vue";
import { screensShown } from "@/kit/screens";
import { w } from "@/words";

export type KeyGroup = "move" | "write" | "ticket" | "screen";
interface Row {
  group: KeyGroup;
  text: () => string;
  combos: readonly string[];
}

const added = shallowReactive<Row[]>([]);

/** Names keys on the sheet. The keys themselves are bound with `shortcuts` of `@/kit/keys`. */
export const addKeys = (group: KeyGroup, text: () => string, ...combos: string[]): void => void added.push({ group, text, combos });

const OWN: readonly Row[] = [
  { group: "move", text: () => w.value.keys.next, combos: ["KeyJ", "KeyK"] },
  { group: "move", text: () => w.value.keys.open, combos: ["Enter", "Escape"] },
  { group: "move", text: () => w.value.keys.find, combos: ["Slash"] },
  { group: "move", text: () => w.value.keys.inbox, combos: ["KeyG KeyI"] },
  { group: "write", text: () => w.value.keys.reply, combos: ["KeyR", "KeyN"] },
  { group: "write", text: () => w.value.keys.send, combos: ["Mod+Enter"] },
  { group: "write", text: () => w.value.keys.sendResolve, combos: ["Mod+Shift+Enter"] },
  { group: "write", text: () => w.value.keys.undo, combos: ["KeyZ"] },
  { group: "ticket", text: () => w.value.keys.resolve, combos: ["KeyE"] },
  { group: "ticket", text: () => w.value.keys.assign, combos: ["KeyA"] },
  { group: "screen", text: () => w.value.keys.palette, combos: ["Mod+KeyK"] },
  { group: "screen", text: () => w.value.keys.list, combos: ["BracketLeft", "BracketRight"] },
  { group: "screen", text: () => w.value.keys.sheet, combos: ["Shift+Slash"] },
];

/** Every key of a group with what it does, in the language chosen now. */
export function keysOf(group: KeyGroup): { text: string; combos: readonly string[] }[] {
  const screens = screensShown.value.filter((screen) => screen.key && group === "move")
    .map((screen) => ({ group, text: screen.title, combos: [`KeyG ${screen.key}`] }));
  return [...OWN, ...screens, ...added].filter((row) => row.group === group).map(({ text, combos }) => ({ text: text(), combos }));
}
