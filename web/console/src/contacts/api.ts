/** The route of the contact log. */
import { ask } from "@/api/http";
import type { Language, Status } from "@/api/types";

export interface Contact {
  ticket_id: number;
  number: string;
  reason: Record<Language, string> | null;
  status: Status;
  staff_id: number;
  name: string;
  here: boolean;
  first_at: string;
  last_at: string;
  replies: number;
  promises: { by: string; state: "open" | "kept" | "broken" }[];
}

export const contacts = (ticket: number) => ask<{ contacts: Contact[] }>("GET", `/tickets/${ticket}/contacts`);
