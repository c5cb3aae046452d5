/** A rule in one line: for whom, and when. */
import type { Hours, Rule } from "./api";
import { words } from "./words";

export const areaOf = (region: string): string => words.value.areas[region] ?? region;

export function told(rule: Rule, calendars: readonly Hours[]): string {
  if (!rule.open) return words.value.closed;
  const calendar = calendars.find((one) => one.id === rule.calendar_id);
  const hours = rule.calendar_id === null ? words.value.dayAndNight : calendar ? `${calendar.name} (${calendar.zone})` : `#${rule.calendar_id}`;
  return words.value.openFor(rule.regions.map(areaOf).join(", ") || words.value.everywhere, rule.tiers.join(", ") || words.value.everyLevel, hours);
}
