/** The tickets this tab has read, and the one that is open. The newest thirty stay for instant reopening. */
import { computed, shallowReactive, shallowRef } from "vue";
import * as api from "@/api/calls";
import type { PresenceFrame, TicketFrame } from "@/api/frames";
import { Refused } from "@/api/http";
import type { Person, Ticket } from "@/api/types";
import { happened } from "@/live/heard";
import { fold, fromSnapshot, isGap, type TicketState, withEarlier, withHistory, withReread } from "./reducer";

export interface Entry {
  readonly id: number;
  state: TicketState | null;
  /** Fields changed here that the server has not confirmed yet. */
  hoped: Partial<Ticket>;
  problem: "not_found" | "unreachable" | null;
  /** A change was refused: the sentence to show in place. */
  refused: string | null;
  earlier: "idle" | "loading" | "failed";
  customerTyping: boolean;
  customerOnline: boolean | null;
  viewing: Person[];
  typing: Person[];
}

const KEEP = 30;
const entries = new Map<number, Entry>();
const openId = shallowRef<number | null>(null);

export const current = computed<Entry | null>(() => (openId.value === null ? null : entryOf(openId.value)));

/** The ticket as it should look now: the server's word, with what was changed here on top. */
export const ticketOf = (entry: Entry): Ticket | null =>
  entry.state ? { ...entry.state.ticket, ...entry.hoped } : null;

export function entryOf(id: number): Entry {
  let entry = entries.get(id);
  if (!entry) {
    entry = shallowReactive<Entry>({
      id, state: null, hoped: {}, problem: null, refused: null, earlier: "idle",
      customerTyping: false, customerOnline: null, viewing: [], typing: [],
    });
  }
  entries.delete(id);
  entries.set(id, entry);
  for (const old of entries.keys()) {
    if (entries.size <= KEEP) break;
    if (old !== openId.value) entries.delete(old);
  }
  return entry;
}

/** The entry if this tab has read the ticket. */
export const known = (id: number): Entry | undefined => entries.get(id);

export function setOpen(id: number | null): void {
  const before = openId.value === null ? undefined : entries.get(openId.value);
  if (before && before.id !== id) {
    Object.assign(before, { customerTyping: false, customerOnline: null, viewing: [], typing: [], refused: null });
  }
  if (id !== null) entryOf(id);
  openId.value = id;
}

/** Reads the ticket from the server. */
export async function readTicket(entry: Entry): Promise<void> {
  try {
    const snapshot = await api.ticket(entry.id);
    // Frames may have come while the answer was on its way: never step back.
    if (!entry.state || snapshot.seq >= entry.state.seq) {
      const above = entry.state?.messages.filter((m) => m.seq < (snapshot.messages[0]?.seq ?? 0)) ?? [];
      const fresh = fromSnapshot(snapshot);
      entry.state = above.length ? withEarlier(fresh, above, entry.state!.more) : fresh;
    }
    entry.problem = null;
    void readHistory(entry, entry.state!.messages[0]?.seq ?? 1);
    void rereadChecking(entry);
  } catch (error) {
    if (!entry.state) entry.problem = error instanceof Refused ? "not_found" : "unreachable";
  }
}

/** Reads who changed what among the messages from this seq on. Without it the conversation is whole all the same. */
async function readHistory(entry: Entry, from: number): Promise<void> {
  const history = await api.eventsAfter(entry.id, from - 1).catch(() => null);
  if (history && entry.state) entry.state = withHistory(entry.state, history.frames);
}

const healing = new Set<number>();

/** Fetches what lies between the cursor and the head, and folds it. */
export async function heal(entry: Entry): Promise<void> {
  if (!entry.state || healing.has(entry.id)) return;
  healing.add(entry.id);
  try {
    const { frames, seq } = await api.eventsAfter(entry.id, entry.state.seq);
    for (const frame of frames) foldInto(entry, frame);
    if (seq > entry.state.seq) entry.state = { ...entry.state, seq };
  } catch {
    // The next frame, or the next connection, tries again.
  } finally {
    healing.delete(entry.id);
  }
}

/** Folds a frame, and tells features of what happened unless they were told before. */
function foldInto(entry: Entry, frame: TicketFrame): void {
  const fresh = frame.seq > entry.state!.seq;
  entry.state = fold(entry.state!, frame);
  if (fresh && frame.t === "happened") happened(frame);
}

export function take(frame: TicketFrame): void {
  const entry = entries.get(frame.ticket);
  if (!entry?.state) return;
  if (isGap(entry.state, frame)) void heal(entry);
  else foldInto(entry, frame);
  if (frame.t === "message") {
    if (frame.message.author.kind === "customer") entry.customerTyping = false;
    if (frame.message.files.some((file) => file.state === "checking")) void rereadChecking(entry);
  }
}

const typingTimers = new Map<string, ReturnType<typeof setTimeout>>();
const TYPING_MS = 8_000;

/** Who is here and who types. A typing mark falls by itself when its end is lost. */
export function takePresence(frame: PresenceFrame, me: number): void {
  const entry = entries.get(frame.ticket);
  if (!entry) return;
  if (frame.t === "online") {
    entry.customerOnline = frame.customer;
    if (!frame.customer) entry.customerTyping = false;
  } else if (frame.t === "viewing") {
    entry.viewing = frame.who.filter((person) => person.id !== me);
    entry.typing = entry.typing.filter((person) => entry.viewing.some((other) => other.name === person.name));
  } else {
    const { kind, name, id = 0 } = frame.who;
    if (kind === "staff" && id === me) return;
    const set = (on: boolean) => {
      if (kind === "customer") entry.customerTyping = on;
      else entry.typing = [...entry.typing.filter((p) => p.name !== name), ...(on ? [{ id, name }] : [])];
    };
    const key = `${frame.ticket}:${kind}:${name}`;
    clearTimeout(typingTimers.get(key));
    if (frame.on) typingTimers.set(key, setTimeout(() => set(false), TYPING_MS));
    set(frame.on);
  }
}

/** Loads the messages above. Says whether there were any. */
export async function loadEarlier(entry: Entry): Promise<void> {
  const oldest = entry.state?.messages[0];
  if (!entry.state?.more || !oldest || entry.earlier === "loading") return;
  entry.earlier = "loading";
  try {
    const { messages, more } = await api.earlier(entry.id, oldest.seq);
    entry.state = withEarlier(entry.state, messages, more);
    entry.earlier = "idle";
    if (messages[0]) void readHistory(entry, messages[0].seq);
  } catch {
    entry.earlier = "failed";
  }
}

const rereading = new Set<number>();

/** Files are checked after they were sent: read those messages again until every check has ended. */
async function rereadChecking(entry: Entry): Promise<void> {
  if (rereading.has(entry.id)) return;
  rereading.add(entry.id);
  for (let wait = 800; wait < 30_000; wait *= 2) {
    const last = entry.state?.messages.filter((m) => m.files.some((f) => f.state === "checking")).at(-1);
    if (!last) break;
    await new Promise((done) => setTimeout(done, wait));
    const page = await api.earlier(entry.id, last.seq + 1).catch(() => null);
    if (page && entry.state) entry.state = withReread(entry.state, page.messages);
  }
  rereading.delete(entry.id);
}
