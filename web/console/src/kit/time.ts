/** Times as people read them: UTC first, always with a zone when it matters. */
import type { Language } from "@/api/types";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const two = (n: number) => String(n).padStart(2, "0");
const locale = (language: Language) => (language === "zh" ? "zh-Hans" : "en-GB");
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(locale(language), { hourCycle: "h23", ...options })));
  return found;
}

/** "14:26", in UTC. */
export function hourUtc(at: string): string {
  const date = new Date(at);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

/** "14:27:51 UTC". */
export function secondUtc(at: string): string {
  return `${hourUtc(at)}:${two(new Date(at).getUTCSeconds())} UTC`;
}

/** "14:26" today, "20 Nov, 14:26" on another day; UTC. */
export function whenUtc(at: string, now: number, language: Language): string {
  if (dayOf(at) === dayOf(now)) return hourUtc(at);
  return `${format(language, { timeZone: "UTC", day: "numeric", month: "short" }).format(new Date(at))} ${hourUtc(at)}`;
}

export const dayOf = (at: string | number): string => new Date(at).toISOString().slice(0, 10);

/** "Saturday 21 November" / "11月21日 星期六"; with the year when it is another one. */
export function dayName(at: string, now: number, language: Language): string {
  const date = new Date(at);
  const other = date.getUTCFullYear() !== new Date(now).getUTCFullYear();
  return format(language, {
    timeZone: "UTC", weekday: "long", day: "numeric", month: "long", ...(other ? { year: "numeric" } : {}),
  }).format(date);
}

/** The full date and time for a tooltip: "2026-11-21 14:27:39 UTC". */
export const exact = (at: string): string => `${dayOf(at)} ${secondUtc(at)}`;

/** The customer's own clock: "22:27, Shanghai". Empty when the zone is unknown to this browser. */
export function localTime(at: number, zone: string, language: Language): string {
  try {
    const time = format(language, { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(at);
    return `${time}, ${zone.split("/").pop()!.replaceAll("_", " ")}`;
  } catch {
    return "";
  }
}

/** A running length: "02:10" under ten minutes, else minutes, hours, days as words. */
export function lengthOf(ms: number, language: Language): string {
  const unit = language === "zh" ? { m: "分", h: "时", d: "天" } : { m: "min", h: "h", d: "d" };
  if (ms < 10 * MINUTE) return `${two(Math.floor(ms / MINUTE))}:${two(Math.floor((ms % MINUTE) / 1_000))}`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} ${unit.m}`;
  if (ms < 2 * DAY) return `${Math.floor(ms / HOUR)} ${unit.h}`;
  return `${Math.floor(ms / DAY)} ${unit.d}`;
}

/** A countdown: "05:12:40"; days in front when there are any. */
export function countdown(ms: number, language: Language): string {
  const left = Math.max(0, ms);
  const days = Math.floor(left / DAY);
  const clock = `${two(Math.floor((left % DAY) / HOUR))}:${two(Math.floor((left % HOUR) / MINUTE))}:${two(Math.floor((left % MINUTE) / 1_000))}`;
  return days ? `${days} ${language === "zh" ? "天" : "d"} ${clock}` : clock;
}
