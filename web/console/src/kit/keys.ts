/**
 * Keyboard: one listener, matched by the key's place (`event.code`) so that any layout works.
 *
 * Single keys act only outside text, never while an input method composes, never under an open dialog,
 * and can be switched off. Keys with Ctrl or Cmd act everywhere.
 */
import { settings } from "./settings";

export interface Shortcut {
  /** "KeyJ", "Mod+KeyK", "Mod+Shift+Enter", "Shift+Slash". */
  combo: string;
  /** Returns false when it does not apply now; the key is then left to the browser. */
  run: (event: KeyboardEvent) => boolean | void;
}

const layers: Shortcut[][] = [];
let dialogs = 0;

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
  if (!modified && (dialogs > 0 || event.altKey)) return;
  if (!modified && event.code !== "Escape" && (inText(event.target) || !settings.singleKeys)) return;
  if (event.code === "Escape" && dialogs > 0) return;
  for (const layer of [...layers]) {
    for (const shortcut of layer) {
      if (shortcut.combo === combo && shortcut.run(event) !== false) {
        event.preventDefault();
        return;
      }
    }
  }
}

addEventListener("keydown", onKey);

const mac = /Mac|iPhone|iPad/.test(navigator.platform);
const GLYPHS: Record<string, string> = {
  Mod: mac ? "⌘" : "Ctrl", Shift: "⇧", Enter: "↵", Escape: "Esc", Slash: "/", BracketLeft: "[", BracketRight: "]",
};

/** The combo as a key cap shows it. */
export function capOf(combo: string): string {
  if (combo === "Shift+Slash") return "?";
  const parts = combo.split("+").map((part) => GLYPHS[part] ?? part.replace(/^(Key|Digit)/, ""));
  return parts.join(mac || !parts.includes("Ctrl") ? "" : " ");
}
