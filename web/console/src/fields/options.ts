/** Choices as leads write them: one a line, "key | Chinese | English". Pure. */
import type { Option } from "./api";

const KEY = /^[a-z][a-z0-9_]{0,39}$/;

export const KEY_PATTERN = KEY.source;
export const isKey = (text: string): boolean => KEY.test(text);

export const writeOptions = (options: readonly Option[]): string => options.map((one) => `${one.value} | ${one.zh} | ${one.en}`).join("\n");

/** Null when a line is not whole or a key is there twice. */
export function readOptions(text: string): Option[] | null {
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  const made = lines.map((line) => line.split(/[|｜]/).map((part) => part.trim()));
  if (made.some((parts) => parts.length !== 3 || !isKey(parts[0]!) || !parts[1] || !parts[2])) return null;
  if (new Set(made.map((parts) => parts[0])).size !== made.length) return null;
  return made.map(([value, zh, en]) => ({ value: value!, zh: zh!, en: en! }));
}
