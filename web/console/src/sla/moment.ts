/**
 * Moments as people write them ("by 15:00", "15:00 前", "tomorrow 09:00", "2 h"), read on the clock of a time zone. Pure.
 * A zone is an IANA name; an unknown one is read as UTC.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let found = formats.get(zone);
  if (!found) {
    const options = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", hourCycle: "h23" } as const;
    try {
      found = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone });
    } catch {
      found = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
    }
    formats.set(zone, found);
  }
  return found;
}

/** What a clock on the wall shows in a zone. */
export function wallOf(at: number, zone: string): Wall {
  const part = Object.fromEntries(formatOf(zone).formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return { year: part.year!, month: part.month!, day: part.day!, hour: part.hour!, minute: part.minute! };
}

const asUtc = ({ year, month, day, hour, minute }: Wall) => Date.UTC(year, month - 1, day, hour, minute);

/** When a clock in the zone shows this. An hour that does not happen is read with the offset before it. */
export function instantOf(wall: Wall, zone: string): number {
  const wanted = asUtc(wall);
  let at = wanted;
  for (let turn = 0; turn < 2; turn += 1) at += wanted - asUtc(wallOf(at, zone));
  return at;
}

/** The next time a clock in the zone shows this hour, `days` days on; tomorrow where it has passed today. */
export function nextAt(hour: number, minute: number, now: number, zone: string, days = 0): number {
  const today = wallOf(now, zone);
  const on = (ahead: number) => instantOf({ ...wallOf(instantOf({ ...today, hour: 12 }, zone) + ahead * DAY, zone), hour, minute }, zone);
  const at = on(days);
  return days === 0 && at <= now ? on(1) : at;
}

const TIME = /(\d{1,2})(?:[:：](\d{2})|\s*[点點时時](?:(\d{1,2})分?|(半))?)\s*(am|pm)?|(\d{1,2})\s*(am|pm)/i;
const LATER = /(\d{1,3}(?:\.5)?)\s*(?:个)?\s*(min(?:ute)?s?|分钟?|h(?:ours?|rs?)?|小时|d(?:ays?)?|天)(?![a-z])/i;

interface Found {
  hour: number;
  minute: number;
  match: string;
}

function timeIn(text: string): Found | null {
  const match = TIME.exec(text);
  if (!match) return null;
  let hour = Number(match[1] ?? match[6]);
  const minute = match[4] ? 30 : Number(match[2] ?? match[3] ?? 0);
  const half = (match[5] ?? match[7] ?? "").toLowerCase();
  const before = text.slice(Math.max(0, match.index - 3), match.index);
  if ((half === "pm" || /[下晚][午上]\s*$/.test(before)) && hour < 12) hour += 12;
  if (half === "am" && hour === 12) hour = 0;
  if (hour === 24 && minute === 0) hour = 0;
  return hour < 24 && minute < 60 ? { hour, minute, match: match[0] } : null;
}

function lengthIn(text: string): number | null {
  const match = LATER.exec(text);
  if (!match) return null;
  const unit = /^(min|分)/i.test(match[2]!) ? MINUTE : /^(h|小)/i.test(match[2]!) ? HOUR : DAY;
  const ms = Number(match[1]) * unit;
  return ms > 0 ? ms : null;
}

const daysIn = (text: string): number => (/day after tomorrow|后天/i.test(text) ? 2 : /tomorrow|明[天早晚]/i.test(text) ? 1 : 0);
const zoneIn = (text: string, zone: string): string => (/\butc\b/i.test(text) ? "UTC" : zone);

/** What was typed into a field for a moment; null when it is none, or it has passed. */
export function readMoment(text: string, now: number, zone: string): number | null {
  const time = timeIn(text);
  if (time) return nextAt(time.hour, time.minute, now, zoneIn(text, zone), daysIn(text));
  const length = lengthIn(text);
  return length === null ? null : now + length;
}

/** Where a reply says until when something will be done: "by 15:00", "before 3 pm", "within 2 hours", "15:00 前", "两小时内". */
const SAID = [
  /\b(?:by|before|until|no later than)\s+(?:about\s+)?((?:tomorrow\s*,?\s*|the day after tomorrow\s*,?\s*)?(?:at\s+)?\d{1,2}(?::\d{2}|\s*[ap]m\b)\s*(?:[ap]m\b)?(?:\s*utc\b)?(?:\s*tomorrow\b)?)/i,
  /\b(?:within|in)\s+(?:the next\s+)?(\d{1,3}\s*(?:min(?:ute)?s?|h(?:ours?|rs?)?|days?))\b/i,
  /((?:今天|今日|今晚|明天|明早|明晚|后天)?\s*(?:上午|下午|晚上|早上)?\s*\d{1,2}\s*(?:[:：]\d{2}|[点點时時](?:半|\d{1,2}分?)?)\s*(?:utc)?(?:（[^）]{1,12}）)?)\s*(?:之|以)?前/i,
  /(\d{1,3}\s*(?:个)?\s*(?:分钟|小时|天))\s*(?:之|以)?内/,
];

export interface Said {
  at: number;
  /** The words that say it. */
  text: string;
}

/** The moment a reply promises; null when it names none, or one within the next minute. */
export function promisedIn(reply: string, now: number, zone: string): Said | null {
  for (const pattern of SAID) {
    const match = pattern.exec(reply);
    const at = match && readMoment(match[1]!, now, zone);
    if (at && at > now + MINUTE) return { at, text: match[0].trim() };
  }
  return null;
}

/** Times one promises by: half an hour, one and two hours, tomorrow at nine on the customer's clock. To the minute. */
export function presets(now: number, zone: string): { key: "half" | "one" | "two" | "morning"; at: number }[] {
  const whole = (ms: number) => Math.ceil(ms / MINUTE) * MINUTE;
  return [
    { key: "half", at: whole(now + 30 * MINUTE) },
    { key: "one", at: whole(now + HOUR) },
    { key: "two", at: whole(now + 2 * HOUR) },
    { key: "morning", at: nextAt(9, 0, now, zone, 1) },
  ];
}
