/** A wait in words. */
import type { Key } from "../texts";
import type { Lang, Place } from "./types";

const HOUR_S = 3600;

/** `3 分钟`, `25 min`, `2 h`: never less than a minute, minutes up to an hour and a half. */
export function span(seconds: number, lang: Lang): string {
  const long = seconds > 1.5 * HOUR_S;
  const n = Math.ceil(seconds / (long ? HOUR_S : 60)) || 1;
  if (lang === "en") return `${n} ${long ? "h" : "min"}`;
  if (lang === "zh") return `${n} ${long ? "小时" : "分钟"}`;
  return n.toLocaleString(`${lang}-u-nu-latn`, { style: "unit", unit: long ? "hour" : "minute" });
}

/** The sentence about a place: who is before one, and how long; the honest one when nobody is there. */
export function placeKey(place: Place): Key & `wait_${string}` {
  if (place.usually_s === null) return place.position ? "wait_nobody" : "wait_nobody_next";
  return place.position ? "wait_place" : "wait_next";
}

/** What can be chosen for "not before": in an hour, in three, tomorrow at nine; of this browser's clock. */
export function laterTimes(now: Date): Date[] {
  const tomorrow = new Date(now);
  tomorrow.setDate(now.getDate() + 1);
  tomorrow.setHours(9, 0, 0, 0);
  return [1, 3].map((hours) => new Date(now.getTime() + hours * HOUR_S * 1000)).concat(tomorrow);
}
