/** The routes of putting aside. Times are RFC 3339 in UTC. */
import { ask } from "@/api/http";
import type { Severity } from "@/api/types";

/** snooze: put aside until a time. waiting: for the customer, under the rules; next_at is the reminder, or after it the end. */
export interface Aside {
  snooze: { until: string; by: string; note: string; at: string } | null;
  waiting: { since: string; reminded_at: string | null; next_at: string } | null;
}
export interface Rule {
  remind_h: number;
  resolve_d: number;
  severities: Severity[];
}

export const aside = (ticket: number) => ask<Aside>("GET", `/tickets/${ticket}/aside`);
export const snooze = (ticket: number, until: string, note: string) => ask<Aside>("PUT", `/tickets/${ticket}/snooze`, { until, note });
export const wakeUp = (ticket: number) => ask<void>("DELETE", `/tickets/${ticket}/snooze`);
export const rule = () => ask<Rule>("GET", "/pending-rule");
export const setRule = (fields: Rule) => ask<Rule>("PUT", "/pending-rule", fields);
