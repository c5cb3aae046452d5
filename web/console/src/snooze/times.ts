/** Times to snooze until, on the agent's own clock. Pure. */
import { instantOf, nextAt, wallOf } from "@/sla/moment";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NINE = 9;

export type Preset = "hour" | "four" | "tomorrow" | "monday";

/** One hour, four hours, tomorrow at nine, next Monday at nine; Monday only where it is not tomorrow. */
export function presets(now: number, zone: string): { key: Preset; at: number }[] {
  const minute = (ms: number) => Math.ceil(ms / 60_000) * 60_000;
  const tomorrow = nextAt(NINE, 0, now, zone, 1);
  const monday = mondayAt(now, zone);
  return [
    { key: "hour", at: minute(now + HOUR) },
    { key: "four", at: minute(now + 4 * HOUR) },
    { key: "tomorrow", at: tomorrow },
    ...(monday === tomorrow ? [] : [{ key: "monday" as const, at: monday }]),
  ];
}

/** The next Monday, nine o'clock, in the zone; a week on when today is Monday. */
function mondayAt(now: number, zone: string): number {
  const today = wallOf(now, zone);
  const weekday = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay();
  const ahead = ((8 - weekday) % 7) || 7;
  const day = wallOf(instantOf({ ...today, hour: 12, minute: 0 }, zone) + ahead * DAY, zone);
  return instantOf({ ...day, hour: NINE, minute: 0 }, zone);
}

/** What `datetime-local` takes: the moment on a clock in the zone. */
export function asField(at: number, zone: string): string {
  const { year, month, day, hour, minute } = wallOf(at, zone);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** The moment that a `datetime-local` shows in the zone; null when it shows none. */
export function fromField(value: string, zone: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(value);
  if (!match) return null;
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [number, number, number, number, number];
  return instantOf({ year, month, day, hour, minute }, zone);
}
