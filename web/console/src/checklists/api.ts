/** The routes of a ticket's steps. */
import { ask } from "@/api/http";
import type { Language } from "@/api/types";

export interface Done {
  staff_id: number;
  name: string;
  at: string;
  reason: string;
}
export interface Step extends Record<Language, string> {
  key: string;
  done: Done | null;
  /** Who took the last tick away. */
  reopened: Done | null;
}
export interface Checklist {
  reason: string | null;
  steps: Step[];
  next: string | null;
  /** Done under another reason, and no part of this one. */
  before: Step[];
}

export const read = (ticket: number) => ask<Checklist>("GET", `/tickets/${ticket}/checklist`);
export const set = (ticket: number, step: string, done: boolean) => ask<Checklist>("PUT", `/tickets/${ticket}/checklist/${step}`, { done });
