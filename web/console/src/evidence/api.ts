/** The routes of evidence. */
import { ask } from "@/api/http";

export type Reading = "waiting" | "read" | "nothing" | "not_installed" | "too_large" | "failed";
export type Did = "sent" | "copied" | "read" | "opened" | "labelled" | "pinned" | "unpinned" | "listed";

export interface Custody {
  at: string;
  actor: string;
  name: string;
  did: Did;
  detail: string;
}

/** A file of the ticket. sha256: of the bytes as sent; kept_sha256: of those kept; bare: kept without the camera's data. */
export interface Piece {
  id: number;
  file_id: string;
  seq: number;
  file_name: string;
  media_type: string;
  size: number;
  preview: boolean;
  bare: boolean;
  internal: boolean;
  channel: string;
  by_kind: string;
  by: string;
  at: string;
  sha256: string;
  kept_sha256: string | null;
  label: string;
  pinned: boolean;
  reading: Reading | null;
  words: string;
  removed: string[];
  custody: Custody[];
}

export interface Locker {
  pieces: Piece[];
  /** Whether this server can read pictures. */
  reader: boolean;
}

export const locker = (ticket: number) => ask<Locker>("GET", `/tickets/${ticket}/evidence`);
export const change = (piece: number, set: { label?: string; pinned?: boolean }) => ask<void>("PATCH", `/evidence/${piece}`, set);
export const readAgain = (piece: number) => ask<void>("POST", `/evidence/${piece}/reading`, {});
export const manifest = (ticket: number) => ask<Record<string, unknown>>("POST", `/tickets/${ticket}/evidence/export`, {});
export const fileUrl = (piece: number, preview = false) => `/api/console/evidence/${piece}/file${preview ? "?preview=true" : ""}`;
