/** What a stage of the assistant says, in words: its codes named, its figures as people read them, what is empty left out. */
import { reasonLabel } from "@/kit/people";
import { codeWords } from "@/side/codes";
import { named } from "@/translating/store";
import { language } from "@/words";
import type { Stage } from "./api";
import { words } from "./assistantWords";

type Value = string | number | string[];

const TONGUES = new Set(["kept", "heard", "chosen", "language", "source", "target"]);
const SHARES = new Set(["sure", "share", "covered", "p"]);
const REASONS = new Set(["reason", "shares", "alarms"]);
const FLAGS = new Set(["out_of_scope", "done"]);
const LONG = new Set(["usually_s", "slowest_s"]);
const NEGLIGIBLE = 0.005;

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const minutes = (seconds: number): string => words.value.minutes(Math.max(1, Math.round(seconds / 60)));

/** "wd.failed 0.91" → "Withdrawal failed 91%"; empty for what is next to nothing. */
function scored(text: string, name: (code: string) => string): string {
  const [code = "", score] = text.split(" ");
  if (score === undefined) return name(code);
  return Number(score) < NEGLIGIBLE ? "" : `${name(code)} ${percent(Number(score))}`;
}

function shown(stage: string, key: string, value: Value): string {
  if (Array.isArray(value)) return value.map((one) => shown(stage, key, one)).filter(Boolean).join(language.value === "zh" ? "、" : ", ");
  if (typeof value === "number") {
    if (FLAGS.has(key)) return value ? words.value.yes : "";
    if (SHARES.has(key)) return value ? percent(value) : "";
    return LONG.has(key) ? (value ? minutes(value) : "") : String(value);
  }
  if (!value) return "";
  if (TONGUES.has(key) && !(stage === "urgency" && key === "heard")) return named(value);
  if (REASONS.has(key)) return scored(value, reasonLabel);
  if (key === "articles") return scored(value, (slug) => slug);
  if (key === "to" && value.startsWith("reason:")) return reasonLabel(value.slice("reason:".length));
  return words.value.codes[value] ?? codeWords(value.replace(/^article:/, ""), language.value);
}

/** Names and values of a stage's figures, without those that say nothing. */
export const figuresOf = (stage: Stage): [name: string, value: string][] =>
  Object.entries(stage.detail)
    .map(([key, value]) => [words.value.details[key] ?? codeWords(key, language.value), shown(stage.name, key, value)] as [string, string])
    .filter(([, value]) => value);

/** The stage's sentence with the reason and the language it names in words. */
export function sentenceOf(stage: Stage): string {
  let text = stage[language.value];
  const { reason } = stage.detail;
  if (typeof reason === "string" && reason) text = text.replaceAll(reason, reasonLabel(reason));
  return stage.name === "language" ? text.replace(/(zh-Han[st]|\b[a-z]{2,3})(?=\.$| 回答)/u, (code) => named(code)) : text;
}

/** "12 ms", "0.3 ms"; what is shorter is not told apart. */
export const took = (us: number): string => (us < 100 ? words.value.noTime : words.value.ms((us / 1_000).toFixed(us < 10_000 ? 1 : 0)));
