/** A list of notices and how it changes. Pure: what is not known of the list is said by the server. */
import type { Notice } from "./api";

/** The newest first, each once; what came live may also be in a page that was asked for. */
export function merged(list: readonly Notice[], more: readonly Notice[]): Notice[] {
  const all = new Map([...list, ...more].map((one) => [one.id, one]));
  return [...all.values()].sort((a, b) => b.id - a.id);
}

/** The list with these marked as seen; the same list when none was new. */
export function seenIn(list: readonly Notice[], ids: ReadonlySet<number>, at: string): readonly Notice[] {
  if (!list.some((one) => !one.seen_at && ids.has(one.id))) return list;
  return list.map((one) => (!one.seen_at && ids.has(one.id) ? { ...one, seen_at: at } : one));
}

/** The unseen ones about a ticket. */
export const unseenOf = (list: readonly Notice[], ticket: number): number[] =>
  list.filter((one) => !one.seen_at && one.ticket?.id === ticket).map((one) => one.id);

const ICONS: Record<string, string> = {
  assigned: "i-user", words: "i-chat", mention: "i-users", follow: "i-eye", offer: "i-back", promise: "i-clock", sla: "i-clock",
  escalation: "i-flag", emergency: "i-alert", incident: "i-bolt",
};
export const topicOf = (kind: string): string => kind.split(".")[0]!;
export const iconOf = (kind: string): string => ICONS[topicOf(kind)] ?? "i-bell";

/** The one after this in the list; the one before it at the end; none when it stands alone or is not listed. */
export function nextOf(list: readonly number[], ticket: number): number | null {
  const at = list.indexOf(ticket);
  return at < 0 ? null : (list[at + 1] ?? list[at - 1] ?? null);
}
