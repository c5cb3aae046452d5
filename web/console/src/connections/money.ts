/** Money in millionths, exact: no part of it ever is a binary fraction. */

const PLACES = 6;

/** "0.0042" as 4200. Null for what is no amount, or finer than a millionth. */
export function microOf(text: string): number | null {
  const parts = /^(\d{1,9})(?:[.,](\d{0,6}))?$/.exec(text.trim());
  if (!parts) return null;
  return Number(parts[1]! + (parts[2] ?? "").padEnd(PLACES, "0"));
}

/** 4200 as "0.0042"; at least two places, never rounded. */
export function shownOf(micro: number): string {
  const digits = String(micro).padStart(PLACES + 1, "0");
  const whole = digits.slice(0, -PLACES).replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return `${whole}.${digits.slice(-PLACES).replace(/0{1,4}$/, "")}`;
}

/** As it stands in a field: no thousands. */
export const typedOf = (micro: number | null): string => (micro === null ? "" : shownOf(micro).replaceAll(",", ""));

/** How much of a limit is used, in whole per cent, rounded down so that 100 means all. */
export const shareOf = (spent: number, limit: number): number => Math.floor((spent * 100) / limit);
