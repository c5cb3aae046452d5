/** Opening hours of a calendar: how much is open in a week, and the fault that keeps it from being saved. Pure. */
import type { Language } from "@/api/types";
import type { CalendarFields, Span } from "./api";

const DAY = 24 * 60;
const minutesOf = (wall: string) => Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3));

/** Minutes a span is open; one that ends at or before its start ends the next day. */
export function lengthOf({ open, close }: Span): number {
  const [from, to] = [minutesOf(open), minutesOf(close)];
  return to > from ? to - from : to + DAY - from;
}

export const weekMinutes = (hours: readonly Span[]): number => hours.reduce((sum, span) => sum + lengthOf(span), 0);

/** Pieces of the week in minutes after Monday's midnight, spans over midnight cut, wrapped at the week's end. */
function pieces(hours: readonly Span[]): [number, number][] {
  const found: [number, number][] = [];
  for (const span of hours) {
    const from = span.day * DAY + minutesOf(span.open);
    const to = from + lengthOf(span);
    found.push([from, Math.min(to, 7 * DAY)]);
    if (to > 7 * DAY) found.push([0, to - 7 * DAY]);
  }
  return found.sort((a, b) => a[0] - b[0]);
}

/** What is wrong: nothing open, less than an hour a week open, two spans over each other, a date that is none; null when nothing. */
export function fault({ always, hours, holidays }: Pick<CalendarFields, "always" | "hours" | "holidays">): "closed" | "short" | "overlap" | "date" | null {
  if (always) return null;
  if (holidays.some((day) => !/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))) return "date";
  if (!hours.length) return "closed";
  const all = pieces(hours);
  if (all.some(([from], n) => n > 0 && from < all[n - 1]![1])) return "overlap";
  return weekMinutes(hours) < 60 ? "short" : null;
}

/** Monday to Friday, nine to six: what a new calendar begins with. */
export const OFFICE: readonly Span[] = [0, 1, 2, 3, 4].map((day) => ({ day, open: "09:00", close: "18:00" }));

/** Minutes in whole hours and minutes, never days: "45 h", "7 h 30 min". */
export function hoursText(minutes: number, language: Language): string {
  const unit = language === "zh" ? { h: "小时", min: "分钟" } : { h: "h", min: "min" };
  const [h, min] = [Math.floor(minutes / 60), minutes % 60];
  return [h ? `${h} ${unit.h}` : "", min ? `${min} ${unit.min}` : ""].filter(Boolean).join(" ") || `0 ${unit.h}`;
}
