/** What somebody typed into the fields of a kind of channel: what is wrong with it, and what of it is sent. */
import { Refused } from "@/api/http";
import type { Field } from "./api";

export type Wrong = "missing" | "form";

/** The server's patterns are written for Python. One that this browser cannot read is left to the server. */
function matcher(pattern: string): RegExp | null {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(`^(?:${pattern})$`, flags);
    } catch {
      continue;
    }
  }
  return null;
}

/** What a field may be, when it is one of a few words: as its pattern lists them. */
export function choicesOf(field: Field): string[] | null {
  const listed = /^\(?([a-z]+(?:\|[a-z]+)+)\)?\??$/.exec(field.pattern);
  return listed ? listed[1]!.split("|") : null;
}

/** Whether the value has the field's form, as far as this browser can tell. */
export const fits = (field: Field, value: string): boolean => matcher(field.pattern)?.test(value) ?? true;

/** A secret that is kept already may stay empty: the old one goes on. */
export function wrongOf(fields: readonly Field[], values: Record<string, string>, kept: readonly string[] = []): Record<string, Wrong> {
  const wrong: Record<string, Wrong> = {};
  for (const field of fields) {
    const value = (values[field.key] ?? "").trim();
    if (value) {
      if (!fits(field, value)) wrong[field.key] = "form";
    } else if (field.required && !kept.includes(field.key) && !field.default) wrong[field.key] = "missing";
  }
  return wrong;
}

/** What of the values is new. Secrets count once something was typed. */
export function changedOf(fields: readonly Field[], before: Record<string, string>, values: Record<string, string>): Record<string, string> {
  const changed: Record<string, string> = {};
  for (const field of fields) {
    const value = (values[field.key] ?? "").trim();
    if (field.secret ? value : value !== (before[field.key] ?? "")) changed[field.key] = value;
  }
  return changed;
}

/** The fields that the server found wrong, by key. */
export function refusedOf(error: unknown): string[] {
  const errors = error instanceof Refused ? error.fields.errors : null;
  if (!Array.isArray(errors)) return [];
  return errors.map((one: { field?: unknown }) => String(one?.field ?? "").replace(/^.*\./, "")).filter(Boolean);
}

/** "SG, EU" and "SG，EU" as parts, each once. */
export const listOf = (text: string): string[] => [...new Set(text.split(/[,，、\n]/u).map((part) => part.trim()).filter(Boolean))];
