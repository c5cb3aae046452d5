/** The routes of mail: behind a ticket, put aside, gone out; see the server's `channels/email`. */
import { ask, refusal, Unreachable } from "@/api/http";
import type { Language } from "@/api/types";

export type Both = Record<Language, string>;

/** What was found about who sent a mail. Results are the words of RFC 8601. imitates: whom the sender looks like, or empty. */
export interface Proof {
  author: string;
  spf: { result: string; domain: string; of: string };
  dkim: { result: string; domain: string; selector: string; why: string }[];
  dmarc: { result: string; domain: string; policy: string };
  arc: { result: string; sealers: string[]; vouched: boolean };
  aligned: boolean;
  why: string;
  imitates: string;
}
/** A mail of a ticket. seq: the message it became. */
export interface Mail {
  id: number;
  at: string;
  seq: number | null;
  sender: string;
  state: string;
  reason: string;
  flags: string[];
  copies: number;
  files: number;
  forgotten: boolean;
  proof: Proof | null;
  said: Both | null;
  warned: Both | null;
  /** What of it is not in the ticket, and what is odd about it. */
  left_out: Both[];
}
/** cuts: lines of `text` (from, before) that the message leaves out. remote: pictures elsewhere that are not loaded. */
export interface Original {
  headers: [string, string][];
  text: string;
  cuts: [number, number][];
  html: string;
  remote: number;
  pictures: { number: number; name: string; file: string | null }[];
  files: string[];
  forwarded: { name: string; address: string; date: string; subject: string }[];
  hidden: string[];
}
export type LetterState = "queued" | "sent" | "delayed" | "delivered" | "failed" | "bounced" | "complained" | "suppressed";
/** One mail to somebody. upto_seq: the last message in it. said: what the other server said last. */
export interface Letter {
  id: number;
  upto_seq: number;
  recipient: string;
  state: LetterState;
  status: string;
  said: string;
  attempts: number;
  by_machine: boolean;
  reader: boolean;
  letterhead: string;
  at: string;
  sent_at: string | null;
  told_at: string | null;
}
/** A mailbox that is not written to. */
export interface Suppressed {
  id: number;
  address: string;
  reason: string;
  said: string;
  at: string;
  lifted_at: string | null;
  why: string;
}
export interface Letters {
  mails: Letter[];
  suppressed: Suppressed[];
}
export interface Reader {
  id: number;
  address: string;
  name: string;
  state: "proposed" | "confirmed" | "removed";
  at: string;
  confirmed_at: string | null;
}
/** A mail that was put aside. asked_by: who asked to let it out, when that takes two. whole: its bytes are still there. */
export interface Entry {
  id: number;
  at: string;
  reason: string;
  sender: string;
  recipient: string;
  subject: string;
  imitates: string;
  ticket_id: number | null;
  number: string | null;
  asked_by: number | null;
  asked_name: string | null;
  asked_way: "ticket" | "new" | null;
  whole: boolean;
  copies: number;
}
export interface Detail {
  entry: Entry;
  sender_name: string;
  text: string;
  files: string[];
  peer: string;
  return_path: string;
  proof: Proof | null;
  said: Both | null;
  warned: Both | null;
  two: boolean;
  raw: boolean;
}
export interface Counts {
  total: number;
  reasons: { reason: string; count: number; oldest: string }[];
}
/** How much goes out by itself. halt: since when it stands still. */
export interface Flow {
  in_hour: number;
  ceiling: number;
  halt: { id: number; in_hour: number; ceiling: number; at: string } | null;
}

export const mails = (ticket: number) => ask<{ mails: Mail[] }>("GET", `/tickets/${ticket}/mails`);
export const original = (ticket: number, mail: number) => ask<Original>("GET", `/tickets/${ticket}/mails/${mail}/original`);
/** A picture elsewhere as data, fetched by our server and drawn anew; null when it cannot be shown. */
export async function elsewhere(ticket: number, mail: number, picture: number): Promise<string | null> {
  const answer = await fetch(`/api/console/tickets/${ticket}/mails/${mail}/pictures/${picture}`, { method: "POST", credentials: "same-origin" }).catch(() => null);
  const blob = answer?.ok ? await answer.blob() : null;
  return blob?.type === "image/webp" ? dataOf(blob) : null;
}
/** The bytes as an address of their own. */
export async function dataOf(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return `data:${blob.type};base64,${btoa(text)}`;
}
export const letters = (ticket: number) => ask<Letters>("GET", `/tickets/${ticket}/letters`);
export const readers = (ticket: number) => ask<{ readers: Reader[] }>("GET", `/tickets/${ticket}/readers`);
export const endReader = (ticket: number, reader: number) => ask<void>("DELETE", `/tickets/${ticket}/readers/${reader}`);

const more = (by: Record<string, string | number>) => new URLSearchParams(Object.entries(by).filter(([, value]) => value).map(([key, value]) => [key, String(value)])).toString();

export const aside = (reason = "", before = 0) => ask<{ mails: Entry[]; more: boolean }>("GET", `/mail/quarantine?${more({ reason, before })}`);
export const counts = () => ask<Counts>("GET", "/mail/quarantine/counts");
export const look = (id: number) => ask<Detail>("GET", `/mail/quarantine/${id}`);
export const release = (id: number, way: "ticket" | "new") => ask<{ outcome: "released" | "asked" }>("POST", `/mail/quarantine/${id}/release`, { way });
export const refuse = (id: number) => ask<void>("DELETE", `/mail/quarantine/${id}/release`);
export const replay = (id: number) => ask<void>("POST", `/mail/quarantine/${id}/replay`, {});
export const replayAll = (reason: string) => ask<{ count: number }>("POST", "/mail/quarantine/replay", { reason });
export const drop = (id: number) => ask<void>("DELETE", `/mail/quarantine/${id}`);

export const suppressed = (lifted: boolean, before = 0) => ask<Suppressed[]>("GET", `/mail/suppressed?${more({ lifted: lifted ? "true" : "", before })}`);
export const lift = (id: number, why: string) => ask<Suppressed>("POST", `/mail/suppressed/${id}/lifting`, { why });
export const flow = () => ask<Flow>("GET", "/mail/flow");
export const resume = () => ask<Flow>("POST", "/mail/flow/resumption", {});

/** The bytes of a mail as a file, under this name. The server records who took those of a ticket. */
async function save(method: string, path: string, name: string): Promise<void> {
  let answer: Response;
  try {
    answer = await fetch(`/api/console${path}`, { method, credentials: "same-origin" });
  } catch {
    throw new Unreachable(path);
  }
  if (!answer.ok) throw refusal(answer.status, await answer.text());
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
export const saveRaw = (ticket: number, mail: number) => save("POST", `/tickets/${ticket}/mails/${mail}/raw`, `mail-${mail}.eml.txt`);
export const saveAside = (id: number) => save("GET", `/mail/quarantine/${id}/original`, `mail-${id}.eml`);
