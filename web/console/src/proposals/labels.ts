/** Names of actions by type, learned from whatever the server told of them. */
import { shallowReactive } from "vue";
import { language } from "@/words";
import type { Both } from "./api";

const labels = shallowReactive(new Map<string, Both>());

/** Remembers the names in an answer and hands it on. */
export function learn<T extends { type: string; label: Both }>(list: readonly T[]): readonly T[] {
  for (const one of list) if (!labels.has(one.type)) labels.set(one.type, one.label);
  return list;
}

export const labelOf = (type: unknown): string => labels.get(String(type))?.[language.value] ?? String(type ?? "");
