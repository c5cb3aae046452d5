/** What rules and macros do, as people read it. */
import { nameOf, reasonLabel } from "@/kit/people";
import { lengthOf } from "@/kit/time";
import { language, w } from "@/words";
import type { Effect, Outcome } from "./api";
import { words } from "./words";

const joined = (list: unknown): string => (Array.isArray(list) ? list.map(String).join(language.value === "zh" ? "、" : ", ") : String(list));

/** A value alone: P1, the name of a colleague, "two hours". */
export function valueText({ do: what, value }: Effect): string {
  switch (what) {
    case "status":
      return w.value.status[value as keyof typeof w.value.status] ?? String(value);
    case "severity":
      return value === "up" ? words.value.up : value === "down" ? words.value.down : String(value);
    case "reason":
      return value ? reasonLabel(String(value)) : words.value.none_;
    case "owner":
      return value === "me" ? words.value.me : value === "none" || value === null ? words.value.nobody : nameOf(Number(value));
    case "notify":
      return joined((value as unknown[]).map((one) => (one === "owner" ? words.value.theOwner : one === "team" ? words.value.theTeam : nameOf(Number(one)))));
    case "promise":
      return words.value.within(lengthOf(Number(value) * 60_000, language.value));
    case "snooze":
      return words.value.for(lengthOf(Number(value) * 60_000, language.value));
    case "stage":
      return value ? String(value) : words.value.none_;
  }
  return joined(value);
}

/** The whole: "Severity P1". */
export const effectText = (effect: Effect): string => {
  const name = words.value.effects[effect.do] ?? effect.do;
  return language.value === "zh" ? `${name}：${valueText(effect)}` : `${name}: ${valueText(effect)}`;
};

/** What was done, and what was not with the reason, in one line. What was so already is left out. */
export function outcomesText(outcomes: Outcome[]): string {
  const done = outcomes.filter((one) => one.done).map(effectText);
  const left = outcomes.filter((one) => !one.done && one.why !== "same")
    .map((one) => words.value.left(`${effectText(one)} (${words.value.problems[one.why] ?? one.why})`));
  return [...done, ...left].join(language.value === "zh" ? "；" : "; ");
}

const FIRST: Record<string, unknown> = {
  status: "pending", stage: "", severity: "P1", reason: null, owner: "none", tag_add: [], tag_remove: [], note: "", promise: 120, snooze: 60, escalate: "",
  notify: ["owner"], macro: 0,
};

export const fresh = (what: string, reason: string): Effect => ({ do: what, value: what === "reason" ? reason : FIRST[what] });

/** Whether a value is still to be given. */
export const unfinished = ({ do: what, value }: Effect): boolean =>
  (Array.isArray(value) && !value.length) || (typeof value === "string" && !value.trim()) || (what === "macro" && !value) || ((what === "promise" || what === "snooze") && !(Number(value) >= 5));
