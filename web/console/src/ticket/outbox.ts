/**
 * Messages on their way. A message waits three seconds (Z takes it back), goes in order, one at a time per ticket,
 * and is kept in the browser until the server has it. Its own id makes sending again harmless.
 */
import { computed, reactive } from "vue";
import * as api from "@/api/calls";
import { Refused } from "@/api/http";
import type { FileInfo, Posted } from "@/api/types";
import { newId } from "@/kit/id";
import { ownKey } from "@/kit/session";
import { keys, load, save } from "@/kit/storage";
import { whyOf } from "@/words";
import { abandoned, tab } from "./tabs";

export interface Outgoing {
  client_id: string;
  ticket: number;
  body: string;
  internal: boolean;
  files: FileInfo[];
  /** The last seq on screen when it was written; null for notes, which never go stale. */
  seen: number | null;
  /** Resolve the ticket once it is there. */
  resolve: boolean;
  written: number;
  due: number;
  state: "waiting" | "sending" | "sent" | "stale" | "failed";
  why: string;
  /** Tries that found no connection. */
  tries: number;
  seq: number;
}

export const UNDO_MS = 3_000;
const GIVE_UP_RESENDING_MS = 10 * 60_000;

const items = reactive<Outgoing[]>([]);
const pumping = new Set<number>();
let onSent: (item: Outgoing, posted: Posted) => void = () => undefined;

export const outgoing = (ticket: number): Outgoing[] => items.filter((item) => item.ticket === ticket);
/** Kept messages that wait for a connection. */
export const keptCount = computed(() => items.filter((item) => item.state === "waiting" && item.tries > 0).length);

export function whenSent(then: typeof onSent): void {
  onSent = then;
}

function persist(): void {
  const mine = items.filter((item) => item.state !== "sent");
  save(ownKey("outbox", tab), mine.length ? mine : null);
}

function drop(item: Outgoing): void {
  const at = items.findIndex((one) => one.client_id === item.client_id);
  if (at >= 0) items.splice(at, 1);
  persist();
}

type Written = Pick<Outgoing, "ticket" | "body" | "internal" | "files" | "seen" | "resolve">;

/** Accepts a message; it goes after the undo time. */
export function submit(written: Written): void {
  const at = Date.now();
  items.push({
    ...written, client_id: newId(), written: at, due: at + UNDO_MS, state: "waiting", why: "", tries: 0, seq: 0,
  });
  persist();
  setTimeout(() => void pump(written.ticket), UNDO_MS);
}

/** Takes back the newest message that has not gone, for the composer. Null when there is none. */
export function takeBack(ticket: number, client_id?: string): Outgoing | null {
  const item = outgoing(ticket)
    .filter((one) => ["waiting", "failed", "stale"].includes(one.state))
    .filter((one) => !client_id || one.client_id === client_id)
    .at(-1);
  if (item) drop(item);
  return item ?? null;
}

/** Sends now: a failed one again, or a stale one although somebody wrote first (`seen` says what was read). */
export function sendNow(client_id: string, seen?: number): void {
  const item = items.find((one) => one.client_id === client_id);
  if (!item) return;
  if (item.state === "failed" && item.why === "client_id_reused") item.client_id = newId();
  Object.assign(item, { state: "waiting", due: Date.now(), why: "", ...(seen === undefined ? {} : { seen }) });
  persist();
  void pump(item.ticket);
}

/** The server's message with this id is on screen: the copy here has done its work. */
export function arrived(client_id: string): void {
  const item = items.find((one) => one.client_id === client_id);
  if (item) drop(item);
}

/** The connection is back: everything that waits goes now. Says how many there were. */
export function flush(): number {
  const kept = items.filter((item) => item.state === "waiting" && item.tries > 0);
  for (const item of kept) item.due = Date.now();
  new Set(kept.map((item) => item.ticket)).forEach((ticket) => void pump(ticket));
  return kept.length;
}

async function pump(ticket: number): Promise<void> {
  if (pumping.has(ticket)) return;
  pumping.add(ticket);
  try {
    for (;;) {
      const item = outgoing(ticket).find((one) => one.state !== "sent" && one.state !== "failed");
      if (!item || item.state !== "waiting") return;
      const wait = item.due - Date.now();
      if (wait > 0) {
        setTimeout(() => void pump(ticket), wait);
        return;
      }
      if (!(await sendOne(item))) return;
    }
  } finally {
    pumping.delete(ticket);
  }
}

async function sendOne(item: Outgoing): Promise<boolean> {
  item.state = "sending";
  const { client_id, ticket, body, internal, files, seen } = item;
  try {
    const posted = await api.post(ticket, { client_id, body, internal, files: files.map((file) => file.id), seen });
    Object.assign(item, { state: "sent", seq: posted.seq, tries: 0 });
    followUp(item, seen);
    persist();
    onSent(item, posted);
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) {
      Object.assign(item, { state: "waiting", tries: item.tries + 1, due: Date.now() + Math.min(15_000, 2_000 * (item.tries + 1)) });
      setTimeout(() => void pump(ticket), item.due - Date.now());
    } else if (error.code === "stale") {
      item.state = "stale";
    } else {
      Object.assign(item, { state: "failed", why: error.code === "client_id_reused" ? error.code : whyOf(error) });
    }
    persist();
    return false;
  }
}

/** Nobody wrote between `seen` and our own message, or it would have been stale: the next one has seen it too. */
function followUp(sent: Outgoing, seen: number | null): void {
  if (seen === null) return;
  for (const next of outgoing(sent.ticket)) {
    if (next.seen !== null && next.seen >= seen && next.seen < sent.seq) next.seen = sent.seq;
  }
}

/** Takes over what a reload or a closed tab left behind. Young ones go again, older ones wait for a person. */
export async function adopt(): Promise<void> {
  for (const key of await abandoned(keys(ownKey("outbox", "")))) {
    for (const item of load<Outgoing[]>(key, [])) {
      if (items.some((one) => one.client_id === item.client_id)) continue;
      const young = Date.now() - item.written < GIVE_UP_RESENDING_MS;
      items.push({ ...item, state: young && item.state !== "failed" ? "waiting" : "failed", due: Date.now() });
    }
    save(key, null);
  }
  persist();
  new Set(items.map((item) => item.ticket)).forEach((ticket) => void pump(ticket));
}

/** The page is going: what waits for its undo time goes at once, the browser finishes it. */
export function hurry(): void {
  for (const item of items.filter((one) => one.state === "waiting" && one.tries === 0)) {
    const { client_id, ticket, body, internal, files, seen } = item;
    const sent = JSON.stringify({ client_id, body, internal, files: files.map((file) => file.id), seen });
    void fetch(`/api/console/tickets/${ticket}/messages`, {
      method: "POST", keepalive: true, credentials: "same-origin", headers: { "content-type": "application/json" }, body: sent,
    }).catch(() => undefined);
  }
}
addEventListener("pagehide", hurry);
