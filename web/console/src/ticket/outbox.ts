/**
 * Messages on their way. A reply is given to the server at once, which says it after some seconds (Z takes it back), survives
 * a closed tab, and gives it back when somebody wrote first. A note waits three seconds here. Until the server has one it is
 * kept in this browser; its own id makes sending again harmless.
 */
import { computed, reactive } from "vue";
import * as api from "@/api/calls";
import { Refused } from "@/api/http";
import type { FileInfo, Posted } from "@/api/types";
import { newId } from "@/kit/id";
import { ownKey } from "@/kit/session";
import { keys, load, save } from "@/kit/storage";
import { whyOf } from "@/words";
import * as held from "./held";
import { abandoned, tab } from "./tabs";

export interface Outgoing {
  client_id: string;
  ticket: number;
  body: string;
  internal: boolean;
  files: FileInfo[];
  /** The last seq on screen when it was written; null for notes, which never go stale. */
  seen: number | null;
  /** Resolve the ticket with it. */
  resolve: boolean;
  /** The customer had the ticket open: the wait is short. */
  live: boolean;
  written: number;
  due: number;
  /** waiting: here · held: on the server until `due` · the rest as they are called. */
  state: "waiting" | "sending" | "held" | "sent" | "stale" | "failed";
  /** The server has it, and its words with it. */
  there: boolean;
  why: string;
  /** Tries that found no connection. */
  tries: number;
  seq: number;
}

export const UNDO_MS = 3_000;
const GIVE_UP_RESENDING_MS = 10 * 60_000;

const items = reactive<Outgoing[]>([]);
const pumping = new Set<string>();
let onSent: (item: Outgoing, posted: Posted) => void = () => undefined;

export const outgoing = (ticket: number): Outgoing[] => items.filter((item) => item.ticket === ticket);
/** Kept messages that wait for a connection. */
export const keptCount = computed(() => items.filter((item) => item.state === "waiting" && item.tries > 0).length);

export function whenSent(then: typeof onSent): void {
  onSent = then;
}

function persist(): void {
  const mine = items.filter((item) => !item.there && item.state !== "sent");
  save(ownKey("outbox", tab), mine.length ? mine : null);
}

const find = (client_id: string) => items.find((one) => one.client_id === client_id);

function drop(item: Outgoing): void {
  const at = items.findIndex((one) => one.client_id === item.client_id);
  if (at >= 0) items.splice(at, 1);
  persist();
}

type Written = Pick<Outgoing, "ticket" | "body" | "internal" | "files" | "seen" | "resolve"> & { live?: boolean; client_id?: string };

/** Accepts a message; it goes after the undo time. */
export function submit(written: Written): void {
  const at = Date.now();
  items.push({
    live: false, client_id: newId(), ...written, written: at, due: written.internal ? at + UNDO_MS : at, state: "waiting", there: false,
    why: "", tries: 0, seq: 0,
  });
  persist();
  void pump(written.ticket, written.internal);
}

/** Takes back the newest message that has not gone, for the composer. Null when there is none. */
export function takeBack(ticket: number, client_id?: string): Outgoing | null {
  const item = outgoing(ticket)
    .filter((one) => ["waiting", "held", "failed", "stale"].includes(one.state))
    .filter((one) => !client_id || one.client_id === client_id)
    .at(-1);
  if (!item) return null;
  drop(item);
  if (item.there) void held.takeBack(item.client_id);
  return item;
}

/** Sends now: a failed one again, or a stale one although somebody wrote first (`seen` says what was read). */
export function sendNow(client_id: string, seen?: number): void {
  const item = find(client_id);
  if (!item) return;
  if (item.there) return void sendHeld(item, seen);
  if (item.state === "failed" && item.why === "client_id_reused") item.client_id = newId();
  Object.assign(item, { state: "waiting", due: Date.now(), why: "", ...(seen === undefined ? {} : { seen }) });
  persist();
  void pump(item.ticket, item.internal);
}

async function sendHeld(item: Outgoing, seen?: number): Promise<void> {
  const before = item.state;
  Object.assign(item, { state: "sending", why: "" });
  try {
    takeHeld(await held.send(item.client_id, seen));
  } catch (error) {
    Object.assign(item, { state: before, why: whyOf(error) });
  }
}

/** The server's message with this id is on screen: the copy here has done its work. */
export function arrived(client_id: string): void {
  const item = find(client_id);
  if (item) drop(item);
}

/** The connection is back: everything that waits goes now. Says how many there were. */
export function flush(): number {
  const kept = items.filter((item) => item.state === "waiting" && item.tries > 0);
  for (const item of kept) item.due = Date.now();
  for (const item of kept) void pump(item.ticket, item.internal);
  return kept.length;
}

/** One kind of message of one ticket goes in order, one at a time. */
async function pump(ticket: number, internal: boolean): Promise<void> {
  const line = `${ticket}:${internal}`;
  if (pumping.has(line)) return;
  pumping.add(line);
  try {
    for (;;) {
      const item = outgoing(ticket).find((one) => one.internal === internal && (one.state === "waiting" || one.state === "sending"));
      if (!item || item.state !== "waiting") return;
      const wait = item.due - Date.now();
      if (wait > 0) {
        setTimeout(() => void pump(ticket, internal), wait);
        return;
      }
      if (!(await (internal ? say(item) : hold(item)))) return;
    }
  } finally {
    pumping.delete(line);
  }
}

/** Puts a reply with the server. While it is on its way its author may take it back: the server is told afterwards. */
async function hold(item: Outgoing): Promise<boolean> {
  try {
    const answer = await held.hold(item);
    if (!find(item.client_id)) void held.takeBack(item.client_id);
    else takeHeld(answer, true);
    if (answer.removed.length) onSent({ ...item, resolve: false }, { seq: item.seq, at: "", outcome: "new", removed: answer.removed, notice: null });
    return true;
  } catch (error) {
    return failed(item, error);
  }
}

async function say(item: Outgoing): Promise<boolean> {
  item.state = "sending";
  const { client_id, ticket, body, internal, files, seen } = item;
  try {
    const posted = await api.post(ticket, { client_id, body, internal, files: files.map((file) => file.id), seen });
    Object.assign(item, { state: "sent", seq: posted.seq, tries: 0 });
    persist();
    onSent(item, posted);
    return true;
  } catch (error) {
    return failed(item, error);
  }
}

function failed(item: Outgoing, error: unknown): boolean {
  if (error instanceof Refused) {
    Object.assign(item, { state: "failed", why: error.code === "client_id_reused" ? error.code : whyOf(error) });
  } else {
    Object.assign(item, { state: "waiting", tries: item.tries + 1, due: Date.now() + Math.min(15_000, 2_000 * (item.tries + 1)) });
    setTimeout(() => void pump(item.ticket, item.internal), item.due - Date.now());
  }
  persist();
  return false;
}

/** The server's word on a reply of mine, from this tab or another. `fresh`: its wait begins now. */
export function takeHeld(word: held.Held, fresh = false): void {
  const item = find(word.client_id);
  if (word.state === "taken") return item && item.there ? drop(item) : undefined;
  const left = fresh ? Date.parse(word.due_at) - Date.parse(word.held_at) : Date.parse(word.due_at) - Date.now();
  const now = { state: word.state, due: Date.now() + left, why: word.why, seen: word.seen, seq: word.seq ?? 0, there: true, tries: 0 };
  if (item) Object.assign(item, now);
  else if (word.state !== "sent") {
    items.push({
      ...now, client_id: word.client_id, ticket: word.ticket_id, body: word.body, internal: false, resolve: word.status === "resolved", live: false,
      files: word.files.map((file) => ({ width: null, height: null, preview: false, ...file })), written: Date.parse(word.held_at),
    });
  }
  persist();
}

/** Takes over what a reload or a closed tab left behind, here and on the server. Young ones go again, older ones wait for a person. */
export async function adopt(): Promise<void> {
  for (const key of await abandoned(keys(ownKey("outbox", "")))) {
    for (const item of load<Outgoing[]>(key, [])) {
      if (find(item.client_id)) continue;
      const young = Date.now() - item.written < GIVE_UP_RESENDING_MS;
      items.push({ ...item, there: false, state: young && item.state !== "failed" ? "waiting" : "failed", due: Date.now() });
    }
    save(key, null);
  }
  persist();
  for (const item of items) void pump(item.ticket, item.internal);
  for (const word of await held.mine()) takeHeld(word);
}

/** The page is going: what the server does not have yet goes at once, the browser finishes it. */
export function hurry(): void {
  for (const item of items.filter((one) => one.state === "waiting" && one.tries === 0)) {
    const { client_id, ticket, body, internal, files, seen } = item;
    const sent = internal ? { client_id, body, internal, files: files.map((file) => file.id), seen } : held.bodyOf(item);
    void fetch(`/api/console/tickets/${ticket}/${internal ? "messages" : "outgoing"}`, {
      method: "POST", keepalive: true, credentials: "same-origin", headers: { "content-type": "application/json" }, body: JSON.stringify(sent),
    }).catch(() => undefined);
  }
}
addEventListener("pagehide", hurry);
