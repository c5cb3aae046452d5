/** Numbers and lines of the figures, without the screen. */
import type { Language } from "@/api/types";
import type { Figure } from "./api";

/** Seconds as people say them: "48 s", "3 min", "2 h 10", "3.5 d". */
export function span(seconds: number, language: Language): string {
  const unit = language === "zh" ? { s: "秒", m: "分", h: "小时", d: "天" } : { s: "s", m: "min", h: "h", d: "d" };
  if (seconds < 59.5) return `${Math.round(seconds)} ${unit.s}`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} ${unit.m}`;
  if (minutes < 48 * 60) {
    const [h, m] = [Math.floor(minutes / 60), minutes % 60];
    return m ? `${h} ${unit.h} ${String(m).padStart(2, "0")}` : `${h} ${unit.h}`;
  }
  return `${(seconds / 86_400).toFixed(1)} ${unit.d}`;
}

/** "98.4%"; whole where the sample is too small for tenths. */
export const percent = (share: number, n: number): string => `${(share * 100).toFixed(n < 200 ? 0 : 1)}%`;

/** The figure's value in words; null while there is none to show. */
export function valueOf(figure: Figure, language: Language): string | null {
  if (figure.value === null) return null;
  return figure.unit === "share" ? percent(figure.value, figure.n) : span(figure.value, language);
}

/** A round number not below the highest, so that the axis reads well. Seconds get steps that clocks have. */
export function ceiling(highest: number, seconds: boolean): number {
  const steps = seconds
    ? [10, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400, 172_800, 604_800]
    : [4, 10, 20, 40, 100, 200, 400, 1_000, 2_000, 4_000, 10_000];
  const found = steps.find((step) => step >= highest);
  if (found) return found;
  const last = steps.at(-1)!;
  return Math.ceil(highest / last) * last;
}

export interface Point {
  x: number;
  y: number;
}

/** Straight pieces between neighbours; a gap where a value is missing. */
export function path(points: readonly (Point | null)[]): string {
  let drawn = "";
  let pen = false;
  for (const point of points) {
    if (point) drawn += `${pen ? "L" : "M"}${point.x.toFixed(1)} ${point.y.toFixed(1)}`;
    pen = point !== null;
  }
  return drawn;
}

/** The closed area between two lines over the longest stretches where both are known. */
export function area(upper: readonly (Point | null)[], lower: readonly (Point | null)[]): string {
  let drawn = "";
  let from = 0;
  while (from < upper.length) {
    if (!upper[from] || !lower[from]) {
      from += 1;
      continue;
    }
    let to = from;
    while (to + 1 < upper.length && upper[to + 1] && lower[to + 1]) to += 1;
    drawn += `${path(upper.slice(from, to + 1))}${path(lower.slice(from, to + 1).reverse()).replace("M", "L")}Z`;
    from = to + 1;
  }
  return drawn;
}

/** The first day of a period of `days` that ends with `until` ("2026-11-22"), both included. */
export const firstDay = (until: string, days: number): string =>
  new Date(Date.parse(`${until}T00:00:00Z`) - (days - 1) * 86_400_000).toISOString().slice(0, 10);
