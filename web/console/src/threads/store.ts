/** Threads of the open ticket, mine with what is unread, and the one that lies open in the drawer. */
import { shallowReactive, shallowRef, watch } from "vue";
import type { Person } from "@/api/types";
import { may } from "@/kit/people";
import { session } from "@/kit/session";
import { onFrame } from "@/live/heard";
import { connection } from "@/live/desk";
import { language } from "@/words";
import * as api from "./api";
import { perTicket } from "./perTicket";

const KINDS = ["thread.opened", "thread.closed", "thread.reopened", "thread.outsider_added", "thread.outsider_removed", "hand.raised", "hand.lowered"];
const threads = perTicket(api.ofTicket, KINDS, ["thread", "thread_read", "hand"], () => may("ticket.see"));
export const threadsOf = threads.of;
export const readThreads = threads.read;

/** What lies in the drawer: a thread by its id, or a whisper to somebody that has no words yet. */
export type Drawn = { thread: number } | { ticket: number; whisperTo: Person };
export const drawn = shallowRef<Drawn | null>(null);

interface Mine {
  list: { thread: api.Thread; about: api.Glimpse }[] | null;
  unread: number;
  failed: boolean;
}
export const mine = shallowReactive<Mine>({ list: null, unread: 0, failed: false });

export async function readMine(): Promise<void> {
  try {
    const found = await api.mine();
    Object.assign(mine, { list: found.threads, unread: found.unread, failed: false });
  } catch {
    mine.failed = true;
  }
}

export const handOf = (ticket: number): api.Hand | null => threadsOf(ticket)?.hands.find((one) => one.staff.id === session.me?.id) ?? null;

let timer: ReturnType<typeof setTimeout> | undefined;
/** Several frames at once ask once. */
function soon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void readMine(), 200);
}

/** Everybody who can be asked, with names of teams; read once at sign-in and again where somebody chooses. */
export const known = shallowRef<{ people: api.Choice[]; teams: api.TeamChoice[] }>({ people: [], teams: [] });
export async function readChoices(): Promise<void> {
  known.value = await api.choices().catch(() => known.value);
}
export const teamName = (key: string): string => known.value.teams.find((one) => one.key === key)?.[language.value] ?? key;

/** Follows the signed-in person for as long as the page lives. */
export function follow(): void {
  onFrame("thread", soon);
  onFrame("thread_read", soon);
  watch(() => session.state === "in" && may("thread.work") && connection.state !== "offline", (on) => {
    if (!on) return;
    void readMine();
    void readChoices();
  }, { immediate: true });
}
