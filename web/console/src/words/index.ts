/** The words on the screen, in the language chosen now. */
import { computed } from "vue";
import { Refused, Unreachable } from "@/api/http";
import type { Language } from "@/api/types";
import { browserLanguage, settings } from "@/kit/settings";
import { en, type Words } from "./en";
import { zh } from "./zh";

export const language = computed<Language>(() => settings.language ?? browserLanguage());

export const w = computed<Words>(() => (language.value === "zh" ? zh : en));

/** Why something failed, in the person's words; the server's own sentence when the code is not known here. */
export function whyOf(error: unknown): string {
  const words = w.value.problem;
  if (error instanceof Unreachable) return words.unreachable!;
  if (!(error instanceof Refused)) return words.invalid!;
  return words[error.code] ?? (error.detail || words.invalid!);
}

/** The `lang` attribute for somebody's words; empty when the language is not known. */
export const langOf = (code: string): string | undefined =>
  code === "zh" ? "zh-Hans" : code && code !== "und" ? code : undefined;
