/**
 * Keyboard: one listener, matched by the key's place (`event.code`) so that any layout works.
 *
 * Single keys act only outside text, never while an input method composes, never under an open dialog,
 * and can be switched off. Keys with Alt act in text too, keys with Ctrl or Cmd everywhere.
 * Two keys one after the other ("KeyG KeyQ") belong together for a short while.
 */
import { settings } from "./settings";

export interface Shortcut {
  /** "KeyJ", "Mod+KeyK", "Mod+Shift+Enter", "Alt+Digit1", "Shift+Slash", "KeyG KeyQ". */
  combo: string;
  /** Returns false when it does not apply now; the key is then left to the browser. */
  run: (event: KeyboardEvent) => boolean | void;
}

const layers: Shortcut[][] = [];
let dialogs = 0;

const SECOND_KEY_MS = 1_200;
let first = { combo: "", at: 0 };

/** Adds shortcuts; the latest added are asked first. Returns the way to remove them. */
export function shortcuts(list: Shortcut[]): () => void {
  layers.unshift(list);
  return () => {
    const at = layers.indexOf(list);
    if (at >= 0) layers.splice(at, 1);
  };
}

export function dialogOpened(): () => void {
  dialogs += 1;
  let open = true;
  return () => {
    if (open) dialogs -= 1;
    open = false;
  };
}

export const inText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

export function comboOf(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey ? "Mod+" : "";
  return `${mod}${event.altKey ? "Alt+" : ""}${event.shiftKey ? "Shift+" : ""}${event.code}`;
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented || event.repeat && event.code === "Enter") return;
  const combo = comboOf(event);
  const modified = combo.startsWith("Mod+");
  if (!modified && (dialogs > 0 || event.getModifierState("AltGraph"))) return;
  if (!modified && !event.altKey && event.code !== "Escape" && (inText(event.target) || !settings.singleKeys)) return;
  if (event.code === "Escape" && dialogs > 0) return;
  const before = event.timeStamp - first.at < SECOND_KEY_MS ? first.combo : "";
  first = { combo: "", at: 0 };
  if ((before && run(`${before} ${combo}`, event)) || run(combo, event)) {
    event.preventDefault();
    return;
  }
  if (layers.some((layer) => layer.some((shortcut) => shortcut.combo.startsWith(`${combo} `)))) first = { combo, at: event.timeStamp };
}

const run = (combo: string, event: KeyboardEvent): boolean =>
  [...layers].some((layer) => [...layer].some((shortcut) => shortcut.combo === combo && shortcut.run(event) !== false));

addEventListener("keydown", onKey);

const mac = /Mac|iPhone|iPad/.test(navigator.platform);
const GLYPHS: Record<string, string> = {
  Mod: mac ? "⌘" : "Ctrl", Alt: mac ? "⌥" : "Alt", Shift: "⇧", Enter: "↵", Escape: "Esc", Slash: "/", Comma: ",", BracketLeft: "[", BracketRight: "]",
};

/** The combo as a key cap shows it. */
export function capOf(combo: string): string {
  if (combo === "Shift+Slash") return "?";
  if (combo.includes(" ")) return combo.split(" ").map(capOf).join(" ");
  const parts = combo.split("+").map((part) => GLYPHS[part] ?? part.replace(/^(Key|Digit)/, ""));
  return parts.join(mac || !/Ctrl|Alt/.test(parts[0]!) ? "" : " ");
}
