/**
 * Times as the customer reads them: in the zone of this browser, with the zone named and UTC within reach.
 */
import type { Lang } from "./types";

/** Digits are Latin in every language, as in ids and amounts. */
const locale = (lang: Lang): string => ({ zh: "zh-CN", en: "en-GB", ar: "ar-u-nu-latn" })[lang as string] ?? lang;
const format = (lang: Lang, options: Intl.DateTimeFormatOptions, at: string | Date): string =>
  new Intl.DateTimeFormat(locale(lang), options).format(new Date(at));

/** `22:02` */
export const clock = (at: string, lang: Lang): string =>
  format(lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, at);

/** `21 Nov 2026, 14:02:09 UTC`, for the title of a time. */
export const utc = (at: string, lang: Lang): string =>
  `${format(lang, { dateStyle: "medium", timeStyle: "medium", hourCycle: "h23", timeZone: "UTC" }, at)} UTC`;

/** The name of the zone: `GMT+8`. */
export function zone(lang: Lang, at: string | Date = new Date()): string {
  const named = new Intl.DateTimeFormat(locale(lang), { timeZoneName: "short" }).formatToParts(new Date(at));
  return named.find((part) => part.type === "timeZoneName")?.value ?? "UTC";
}

const startOfDay = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

/** Whole days between two moments on the reader's calendar. */
export const daysAgo = (at: string, now = new Date()): number =>
  Math.round((startOfDay(now) - startOfDay(new Date(at))) / 86_400_000);

/** `21 Nov` or `11月21日`. */
export const day = (at: string, lang: Lang): string => format(lang, { month: "short", day: "numeric" }, at);

/** Time today, else the day; what a row in a list has room for. */
export const shortly = (at: string, lang: Lang, now = new Date()): string =>
  daysAgo(at, now) === 0 ? clock(at, lang) : day(at, lang);

/** `14:30` today, `22 Nov 14:30` on any other day: a deadline is never without its day. */
export const moment = (at: string, lang: Lang, now = new Date()): string =>
  daysAgo(at, now) === 0 ? clock(at, lang) : `${day(at, lang)} ${clock(at, lang)}`;
