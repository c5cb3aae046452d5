/** For whom a way to reach us is open, in the words people write it in. */
import type { Rule } from "./api";

/** Parts of the world as time zones begin, which is what is known of where a customer is. */
export const REGIONS = ["Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/"] as const;

export const EVERYBODY: Rule = { open: true, regions: [], tiers: [], calendar_id: null, away_zh: "", away_en: "" };

export const same = (one: Rule, other: Rule): boolean =>
  JSON.stringify([one.open, one.regions, one.tiers, one.calendar_id, one.away_zh, one.away_en])
  === JSON.stringify([other.open, other.regions, other.tiers, other.calendar_id, other.away_zh, other.away_en]);

/** Whether a customer of that zone and level may come this way, whatever the hour. As the server decides it. */
export function serves(rule: Rule, zone: string, tier: string): boolean {
  const level = tier.trim().toLowerCase();
  const fits = (one: string) => level === one.toLowerCase() || level.startsWith(`${one.toLowerCase()} `);
  return rule.open && (!rule.regions.length || rule.regions.some((region) => zone.startsWith(region))) && (!rule.tiers.length || rule.tiers.some(fits));
}
