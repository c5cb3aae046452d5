/** One short line at the bottom, with a way back when there is one. Never for failures that matter. */
import { shallowRef } from "vue";

export interface Toast {
  text: string;
  undo: (() => void) | null;
  until: number;
}

const LASTS_MS = 10_000;
const BRIEF_MS = 4_000;

export const toast = shallowRef<Toast | null>(null);

export function say(text: string, undo: (() => void) | null = null): void {
  toast.value = { text, undo, until: Date.now() + (undo ? LASTS_MS : BRIEF_MS) };
}

/** Undoes what the toast offers. Says whether there was anything. */
export function undoToast(): boolean {
  const undo = toast.value?.undo;
  if (!undo) return false;
  toast.value = null;
  undo();
  return true;
}
