/** The routes of links. */
import { ask } from "@/api/http";
import type { TicketLink } from "@/api/types";

/** How the open ticket reads a link: it was caused by the other, causes it, follows up on it, or is followed by it. */
export const SIDES = ["related", "caused_by", "causes", "follow_up", "followed_by"] as const;
export type Side = (typeof SIDES)[number];

export interface Link {
  id: number;
  side: Side;
  other: TicketLink;
  at: string;
  made_by: string;
}

export const links = (ticket: number) => ask<{ links: Link[]; offered: TicketLink[] }>("GET", `/tickets/${ticket}/links`);
export const link = (ticket: number, side: Side, other: { other: number } | { number: string }) =>
  ask<{ links: Link[] }>("POST", `/tickets/${ticket}/links`, { side, ...other });
export const unlink = (id: number) => ask<void>("DELETE", `/links/${id}`);
