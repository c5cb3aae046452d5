/** What a condition's value can be chosen from, by its field; undefined where anything may be written. */
import { nameOf, reasonLabel } from "@/kit/people";
import { session } from "@/kit/session";
import type { Option } from "@/parts/PickMenu.vue";
import { language, w } from "@/words";
import type { Field } from "./api";
import { known } from "./store";
import { words } from "./words";

export function choicesOf(field: Field): Option<string | number>[] | undefined {
  switch (field.kind) {
    case "person":
      return [
        { value: "me", text: words.value.me }, { value: "none", text: words.value.nobody },
        ...session.staff.map((one) => ({ value: one.id, text: one.name, hint: w.value.roles[one.role] })),
      ];
    case "team":
      return known.teams.map((team) => ({ value: team.id, text: team[language.value] }));
  }
  if (field.name === "reason") {
    const families = [...new Set(session.reasons.map((reason) => reason.code.split(".")[0]!))].sort();
    return [
      ...families.map((code) => ({ value: code, text: words.value.family(code) })),
      ...session.reasons.map((reason) => ({ value: reason.code, text: reasonLabel(reason.code), hint: reason.code })),
    ];
  }
  if (field.name === "channel") return Object.entries(w.value.channels).map(([value, text]) => ({ value, text }));
  if (!field.choices.length) return undefined;
  return field.choices.map((value) => ({ value, text: choiceText(field, value) }));
}

function choiceText(field: Field, value: string): string {
  if (field.name === "status") return w.value.status[value as keyof typeof w.value.status] ?? value;
  if (field.name === "severity") return w.value.severity[value as keyof typeof w.value.severity] ?? value;
  return value;
}

/** A value as people read it. */
export function valueText(field: Field, value: string | number): string {
  if (field.name === "severity") return String(value);
  const found = choicesOf(field)?.find((option) => option.value === value);
  return found?.text ?? (field.kind === "person" ? nameOf(Number(value)) : String(value));
}

export const fieldName = (name: string): string => words.value.fields[name] ?? words.value.custom(name.replace(/^field\./, ""));
