/** Budgets as people write them: "30 s", "10 min", "4 h", "2 d". Seconds inside. Pure. */
import type { Language } from "@/api/types";

const UNITS = [
  { s: 86_400, en: "d", zh: "天" },
  { s: 3_600, en: "h", zh: "小时" },
  { s: 60, en: "min", zh: "分钟" },
  { s: 1, en: "s", zh: "秒" },
] as const;

/** "1 h 30 min"; empty for nothing. */
export function budgetText(seconds: number | null, language: Language): string {
  if (seconds === null) return "";
  const parts: string[] = [];
  let left = seconds;
  for (const unit of UNITS) {
    const n = Math.floor(left / unit.s);
    if (n) parts.push(`${n} ${unit[language]}`);
    left %= unit.s;
  }
  return parts.join(" ") || `0 ${UNITS[3][language]}`;
}

const WORDS: readonly [RegExp, number][] = [
  [/^(d|day|days|天)$/i, 86_400],
  [/^(h|hr|hrs|hour|hours|小时|时)$/i, 3_600],
  [/^(m|min|mins|minute|minutes|分|分钟)$/i, 60],
  [/^(s|sec|secs|second|seconds|秒)$/i, 1],
];

/** Seconds of what was typed; null for nothing; undefined when it cannot be understood. A bare number is minutes. */
export function readBudget(text: string): number | null | undefined {
  const folded = text.normalize("NFKC").trim();
  if (!folded) return null;
  if (/^\d+$/.test(folded)) return Number(folded) * 60;
  const pairs = [...folded.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+|[天小时分钟秒]+)\s*/giu)];
  if (!pairs.length || pairs.map((pair) => pair[0]).join("").trim() !== folded) return undefined;
  let total = 0;
  for (const [, amount, word] of pairs) {
    const unit = WORDS.find(([pattern]) => pattern.test(word!));
    if (!unit) return undefined;
    total += Number(amount) * unit[1];
  }
  return Math.round(total);
}
