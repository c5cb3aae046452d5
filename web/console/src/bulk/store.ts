/** Which tickets are selected, and the bulk change that runs or has just ended. */
import { computed, shallowReactive, shallowRef, watch } from "vue";
import type { InboxRow } from "@/api/types";
import { results } from "@/inbox/search";
import { inbox, readInbox, sequence } from "@/inbox/store";
import { newId } from "@/kit/id";
import { may } from "@/kit/people";
import { go, place } from "@/kit/route";
import { session } from "@/kit/session";
import { say } from "@/kit/toast";
import { onFrame } from "@/live/heard";
import { whyOf } from "@/words";
import * as api from "./api";
import { words } from "./words";

export const MOST = 500;
const LOOK_AGAIN_MS = 1_500;
const RESTS_MS = 20_000;

const rows = shallowReactive(new Map<number, InboxRow>());
/** Where Shift extends from. */
let anchor = 0;

export const chosen = computed(() => [...rows.keys()]);
export const isChosen = (id: number): boolean => rows.has(id);
export const running = shallowRef<api.Bulk | null>(null);
export const busy = computed(() => running.value?.state === "waiting" || running.value?.state === "running");

const shownRows = (): InboxRow[] =>
  results.value ? results.value.flatMap((group) => group.rows) : sequence.value.flatMap((id) => inbox.rows.get(id) ?? []);
const rowOf = (id: number): InboxRow | undefined => shownRows().find((row) => row.id === id);

export function toggle(id: number): void {
  const row = rowOf(id);
  anchor = id;
  if (rows.has(id)) rows.delete(id);
  else if (row) put(row);
}

function put(row: InboxRow): void {
  if (rows.size >= MOST) say(words.value.most(MOST));
  else rows.set(row.id, row);
}

export const clear = (): void => rows.clear();
export const chooseAll = (): void => shownRows().slice(0, MOST).forEach(put);

/** The row the keyboard is on: the focused one, else the open ticket. */
function here(): number {
  const focused = document.activeElement instanceof HTMLElement ? Number(document.activeElement.dataset.ticket ?? 0) : 0;
  return focused || (place.value.name === "ticket" ? place.value.id : 0);
}

export function toggleHere(): boolean | void {
  const id = here() || shownRows()[0]?.id;
  if (!id || !may("ticket.bulk")) return false;
  toggle(id);
}

/** Moves one on and takes it in; going back over what was taken in lets go of it. */
export function extend(by: 1 | -1): boolean | void {
  if (!may("ticket.bulk")) return false;
  const ids = shownRows().map((row) => row.id);
  const at = ids.indexOf(here() || anchor);
  const next = ids[at + by];
  if (at < 0 || next === undefined) return false;
  const from = rowOf(ids[at]!);
  if (!rows.has(ids[at]!) && from) put(from);
  if (rows.has(next)) rows.delete(ids[at]!);
  else put(rowOf(next)!);
  go({ name: "ticket", id: next });
}

/** Does one thing to all that are selected, as they stand on this screen. Returns why it could not begin. */
export async function begin(action: api.Action): Promise<string | null> {
  const tickets = [...rows.values()].map((old) => inbox.rows.get(old.id) ?? old).map(({ id, version, seq }) => ({ id, version, seen: seq }));
  try {
    take(await api.begin(newId(), tickets, action));
    rows.clear();
    return null;
  } catch (error) {
    return whyOf(error);
  }
}

export async function undo(): Promise<void> {
  const job = running.value;
  if (!job) return;
  try {
    take(await api.undo(job.id));
  } catch (error) {
    say(whyOf(error));
    void api.one(job.id).then(take, () => undefined);
  }
}

export const dismiss = (): void => void (running.value = null);

let timer: ReturnType<typeof setTimeout> | undefined;

/** News of a bulk change of mine: from an answer, a frame, or a look when neither came. */
export function take(job: api.Bulk): void {
  const shown = running.value;
  if (shown && (shown.id > job.id || (shown.id === job.id && shown.done > job.done))) return;
  const ended = job.state === "done" || job.state === "stopped";
  const fresh = shown?.id !== job.id || shown.state !== job.state;
  running.value = job;
  clearTimeout(timer);
  if (!ended) timer = setTimeout(() => void api.one(job.id).then(take, () => take(job)), LOOK_AGAIN_MS);
  else if (fresh) {
    void readInbox();
    timer = setTimeout(() => running.value?.id === job.id && !job.left.length && dismiss(), RESTS_MS);
  }
}

/** Goes on showing what runs after a reload; forgets what is selected when the view changes. */
export function follow(): void {
  onFrame<{ t: "bulk"; bulk: api.Bulk }>("bulk", ({ bulk }) => take(bulk));
  watch(() => session.state, async (state) => {
    if (state !== "in" || !may("ticket.bulk")) return;
    const found = await api.latest().catch(() => null);
    const going = found?.bulk.find((job) => job.state === "waiting" || job.state === "running");
    if (going) take(going);
  }, { immediate: true });
  watch(() => inbox.view, clear);
}
