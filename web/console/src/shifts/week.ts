/** Weeks, days and times of the plan, all in UTC. */
import type { Hour, Shift, Times } from "./api";

const DAY_MS = 86_400_000;

/** The Monday of the week that holds this moment: "2026-11-16". */
export function mondayOf(at: number): string {
  const date = new Date(at);
  return new Date(at - ((date.getUTCDay() + 6) % 7) * DAY_MS).toISOString().slice(0, 10);
}

export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const daysOf = (monday: string): string[] => Array.from({ length: 7 }, (_, n) => plusDays(monday, n));

/** The shifts that show on a day: those that begin on it, and on the first day those that began before the week. */
export function shiftsOn(shifts: readonly Shift[], staff: number, day: string, first: boolean): Shift[] {
  return shifts.filter((one) => one.staff_id === staff && (one.starts_at.slice(0, 10) === day || (first && one.starts_at.slice(0, 10) < day)));
}

/** The moments of "22:00" to "06:00" on a day; an end that is not after the start is on the next day. */
export function timesOf(day: string, from: string, to: string, note: string): Times {
  const ends = to > from ? day : plusDays(day, 1);
  return { starts_at: `${day}T${from}:00Z`, ends_at: `${ends}T${to}:00Z`, note };
}

/** Hours that usually bring somebody and have nobody planned. */
export const uncovered = (hours: readonly Hour[]): Hour[] => hours.filter((one) => one.people === 0 && (one.usual ?? 0) > 0);
