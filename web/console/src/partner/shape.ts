/** How an endpoint does, in one word; a body as people read it; moments as people type them. */
import type { Delivery, Webhook } from "./api";

export type Health = "well" | "trouble" | "paused" | "disabled";

export const healthOf = (one: Webhook): Health => (one.state !== "active" ? one.state : one.trouble_since ? "trouble" : "well");
export const healthTone = (health: Health): string => ({ well: "good", trouble: "risk", paused: "line", disabled: "breach" })[health];
export const outcomeTone = (one: Pick<Delivery, "state">): string => ({ waiting: "risk", delivered: "good", failed: "breach", dropped: "line" })[one.state];

/** JSON with room to read; as it is when it is none. */
export function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** "2026-11-23T01:00" as typed, which is meant in UTC; empty when it is no moment. */
export function momentUtc(typed: string): string {
  const at = new Date(`${typed}Z`);
  return typed && !Number.isNaN(at.getTime()) ? at.toISOString() : "";
}

/** Only https, and http to this machine while somebody tries things out; the server has the last word. */
export const fits = (url: string): boolean => /^https:\/\/[^\s]{3,}/.test(url.trim()) || /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$)/.test(url.trim());
