/** All languages by their own names; what no native speaker has read yet says so. */
import { h } from "preact";
import type { Lang } from "../model/types";
import { useFarol } from "./bits";

const NAMES: [Lang, string][] = [
  ["zh", "简体中文"],
  ["zh-Hant", "繁體中文"],
  ["en", "English"],
  ["ru", "Русский"],
  ["es", "Español"],
  ["vi", "Tiếng Việt"],
  ["tr", "Türkçe"],
  ["ko", "한국어"],
  ["ja", "日本語"],
  ["pt", "Português"],
  ["ar", "العربية"],
];
const READ: readonly Lang[] = ["zh", "zh-Hant", "en"];

export function Languages({ done }: { done: () => void }) {
  const { app, state, say } = useFarol();
  return (
    <ul class="tongues" aria-label={say("language")}>
      {NAMES.map(([lang, name]) => (
        <li key={lang}>
          <button
            type="button"
            class="link"
            lang={lang}
            dir={lang === "ar" ? "rtl" : "ltr"}
            aria-pressed={lang === state.lang}
            onClick={() => {
              void app.setLang(lang);
              done();
            }}
          >
            {name}
          </button>
        </li>
      ))}
      {!READ.includes(state.lang) && <p class="t2 soft">{say("draft_line")}</p>}
    </ul>
  );
}
