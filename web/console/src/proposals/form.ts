/** What is typed into an action's fields, as the server wants it. */
import type { Asked, Offered, Param, Value } from "./api";

export type Typed = Record<string, string>;

/** One field: the value to send, undefined when it is left empty, null when it cannot be right. */
export function valueOf(param: Param, typed: string): Value | undefined | null {
  const text = typed.trim();
  if (!text) return undefined;
  if (param.shape === "count") return /^\d{1,6}$/.test(text) && Number(text) >= param.least && Number(text) <= param.most ? Number(text) : null;
  if (param.shape === "hashes") {
    const all = text.toLowerCase().split(/[\s,]+/);
    return all.every((one) => /^[0-9a-f]{64}$/.test(one)) ? all : null;
  }
  if (param.shape === "amount") return /^(0|[1-9]\d{0,19})(\.\d{1,18})?$/.test(text) && /[1-9]/.test(text) ? text : null;
  if (param.shape === "coin") return /^[A-Za-z0-9]{1,15}$/.test(text) ? text.toUpperCase() : null;
  if (param.shape === "id") return /^[A-Za-z0-9][\w.:-]{0,127}$/.test(text) ? text : null;
  return text;
}

/** Which fields are missing or wrong, by key. */
export const wrongIn = (kind: Offered, typed: Typed): string[] =>
  kind.params.filter((param) => {
    const value = valueOf(param, typed[param.key] ?? "");
    return value === null || (value === undefined && param.required);
  }).map((param) => param.key);

/** The fields to send; those left empty are left out. */
export function paramsOf(kind: Offered, typed: Typed): Asked["params"] {
  const found: Asked["params"] = {};
  for (const param of kind.params) {
    const value = valueOf(param, typed[param.key] ?? "");
    if (value !== undefined && value !== null) found[param.key] = value;
  }
  return found;
}
