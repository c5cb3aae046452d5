/** What a person chose for this browser: theme, language, single-key shortcuts, open panels. Kept and shared by tabs. */
import { reactive, watch } from "vue";
import type { Language } from "@/api/types";
import { load, onElsewhere, save } from "./storage";

export type Theme = "system" | "light" | "dark";

interface Settings {
  theme: Theme;
  language: Language | null;
  singleKeys: boolean;
  list: boolean;
  side: boolean;
}

const DEFAULT: Settings = { theme: "system", language: null, singleKeys: true, list: true, side: true };

export const settings = reactive<Settings>({ ...DEFAULT, ...load<Partial<Settings>>("console", {}) });

watch(settings, () => save("console", settings));
onElsewhere("console", () => Object.assign(settings, load<Partial<Settings>>("console", {})));

export const browserLanguage = (): Language => (navigator.language.startsWith("zh") ? "zh" : "en");

/** Keeps the document's theme and language in step with the settings. */
export function dress(root: HTMLElement): void {
  watch(
    () => [settings.theme, settings.language] as const,
    ([theme, language]) => {
      if (theme === "system") delete root.dataset.theme;
      else root.dataset.theme = theme;
      root.lang = (language ?? browserLanguage()) === "zh" ? "zh-Hans" : "en";
    },
    { immediate: true },
  );
}
