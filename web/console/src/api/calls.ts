/** The console API, one typed function per route. */
import type { Card } from "./card";
import type { TicketFrame } from "./frames";
import { ask } from "./http";
import type {
  Change, Device, InboxRow, Me, Message, Posted, Reason, Snapshot, Staff,
} from "./types";

export interface DemoRole {
  role_token: string;
  name: string;
  role: string;
}

export const me = () => ask<Me>("GET", "/session", undefined, true);
export const signIn = (email: string, password: string, totp: string) =>
  ask<Me>("POST", "/session", { email, password, totp }, true);
export const signOut = () => ask<void>("DELETE", "/session", undefined, true);
export const demoRoles = () => ask<{ roles: DemoRole[] } | DemoRole[]>("GET", "/session/demo-roles", undefined, true);
export const demoSignIn = (role_token: string) => ask<Me>("POST", "/session/demo", { role_token }, true);

export const passkeyChallenge = (purpose: "register" | "sign_in") =>
  ask<Record<string, unknown>>("POST", "/passkeys/challenges", { purpose }, true);
export const passkeySignIn = (credential: unknown) => ask<Me>("POST", "/session/passkey", { credential }, true);
export const passkeyAdd = (label: string, credential: unknown) => ask<Device>("POST", "/passkeys", { label, credential });
export const passkeys = () => ask<{ passkeys: Device[] }>("GET", "/passkeys");
export const passkeyDrop = (id: string) => ask<void>("DELETE", `/passkeys/${encodeURIComponent(id)}`);
export const sessions = () => ask<{ sessions: Device[] }>("GET", "/sessions");
export const sessionEnd = (id: string) => ask<void>("DELETE", `/sessions/${encodeURIComponent(id)}`);

export const sessionsEndOthers = () => ask<void>("DELETE", "/sessions");

export const search = (q: string) => ask<{ tickets: InboxRow[] }>("GET", `/search?q=${encodeURIComponent(q)}`);
export const staff = () => ask<Staff[] | { staff: Staff[] }>("GET", "/staff");
export const reasons = () => ask<Reason[] | { reasons: Reason[] }>("GET", "/reasons");

export const ticket = (id: number) => ask<Snapshot>("GET", `/tickets/${id}`);
export const earlier = (id: number, before: number) =>
  ask<{ messages: Message[]; more: boolean }>("GET", `/tickets/${id}/messages?before=${before}`);
export const eventsAfter = (id: number, after: number) =>
  ask<{ frames: TicketFrame[]; seq: number }>("GET", `/tickets/${id}/events?after=${after}`);
export const card = (id: number) => ask<Card>("GET", `/tickets/${id}/case`);
export const change = (id: number, version: number, fields: Change) =>
  ask<{ version: number; seq: number }>("PATCH", `/tickets/${id}`, { version, ...fields });
export const read = (id: number, seq: number) => ask<void>("PUT", `/tickets/${id}/read`, { seq });
export const livePass = () => ask<{ pass: string }>("POST", "/live-pass", {});

export interface PostBody {
  client_id: string;
  body: string;
  internal: boolean;
  files: string[];
  seen: number | null;
}
export const post = (id: number, body: PostBody) => ask<Posted>("POST", `/tickets/${id}/messages`, body);

export const fileUrl = (ticketId: number, fileId: string, preview = false) =>
  `/api/console/tickets/${ticketId}/files/${encodeURIComponent(fileId)}${preview ? "?preview=1" : ""}`;
