/** Moments as both sides see them: UTC for staff, and the customer's own clock beside it. */
import { now } from "@/kit/now";
import { dayOf, hourUtc, localTime, whenUtc } from "@/kit/time";
import { language } from "@/words";

/** "15:00 UTC", with the day when it is not today. */
export const utcOf = (at: number | string): string => `${whenUtc(new Date(at).toISOString(), now.value, language.value)} UTC`;

/** "23:00, Shanghai"; empty where their clock is the same as UTC, or unknown. */
export function theirs(at: number | string, zone: string): string {
  const ms = typeof at === "number" ? at : Date.parse(at);
  const local = localTime(ms, zone, language.value);
  return local.startsWith(hourUtc(new Date(ms).toISOString())) ? "" : local;
}

/** Both in one: "15:00 UTC (23:00, Shanghai)". */
export function shownIn(at: number | string, zone: string): string {
  const own = theirs(at, zone);
  const [open, close] = language.value === "zh" ? ["（", "）"] : [" (", ")"];
  return own ? `${utcOf(at)}${open}${own}${close}` : utcOf(at);
}

/** The hour alone when it is today, for a short place: "15:00"; else with the day. */
export const briefly = (at: string): string => (dayOf(at) === dayOf(now.value) ? hourUtc(at) : whenUtc(at, now.value, language.value));
