/** The inbox: rows from the server, kept current by live rows, shown in an order that does not jump. */
import { computed, shallowReactive, shallowRef, watch } from "vue";
import * as api from "@/api/calls";
import type { InboxRow } from "@/api/types";
import { load, save } from "@/kit/storage";
import { place } from "@/kit/route";
import { session } from "@/kit/session";
import { arrange, fill, freeze, type Frozen, type Group, groupOf, SOURCES, VIEWS, type View } from "./order";

interface InboxState {
  view: View;
  rows: Map<number, InboxRow>;
  counts: { waiting: number; mine: number; all: number };
  loading: boolean;
  failed: boolean;
  readOnce: boolean;
}

const keptView = load<View>("view", "me");

export const inbox = shallowReactive<InboxState>({
  view: VIEWS.includes(keptView) ? keptView : "me",
  rows: new Map(),
  counts: { waiting: 0, mine: 0, all: 0 },
  loading: false,
  failed: false,
  readOnce: false,
});

/** Bumped on every change of a row, because the map itself is not deeply reactive. */
const turn = shallowRef(0);
/** The pointer or the keyboard is inside the list: its order rests. */
export const resting = shallowRef(false);
const frozen = shallowRef<Frozen | null>(null);

const me = () => session.me?.id ?? 0;

const fresh = computed<Group[]>(() => {
  void turn.value;
  return arrange(inbox.rows.values(), inbox.view, me(), place.value.name === "ticket" ? place.value.id : null);
});

const shown = computed(() => {
  void turn.value;
  return frozen.value?.length ? fill(frozen.value, inbox.rows, fresh.value) : { groups: fresh.value, newcomers: 0 };
});

export const groups = computed(() => shown.value.groups);
export const newcomers = computed(() => shown.value.newcomers);
/** Ids in the order on screen, for J and K. */
export const sequence = computed(() => groups.value.flatMap((group) => group.rows.map((row) => row.id)));
export const waitingForMe = computed(() => {
  void turn.value;
  let count = 0;
  for (const row of inbox.rows.values()) {
    const group = groupOf(row, "me", me());
    if (group === "for_me" || group === "free") count += 1;
  }
  return count;
});
export const openOfMine = computed(() => {
  void turn.value;
  return [...inbox.rows.values()].filter((row) => groupOf(row, "me", me()) !== null).length;
});

watch(resting, (rests) => (frozen.value = rests ? freeze(fresh.value) : null));

/** Lets the newcomers in, even while the order rests. */
export function thaw(): void {
  frozen.value = resting.value ? freeze(fresh.value) : null;
}

/** A later picture of a ticket replaces an earlier one, never the other way round. */
export function takeRow(row: InboxRow): void {
  const have = inbox.rows.get(row.id);
  if (have && (have.seq > row.seq || (have.seq === row.seq && Date.parse(have.updated_at) > Date.parse(row.updated_at)))) return;
  inbox.rows.set(row.id, row);
  turn.value += 1;
}

let asked = 0;

export async function readInbox(): Promise<void> {
  const mine = (asked += 1);
  const view = inbox.view;
  inbox.loading = true;
  try {
    const answers = await Promise.all(SOURCES[view].map((source) => api.inbox(source)));
    if (mine !== asked) return;
    const listed = new Set<number>();
    for (const row of answers.flatMap((answer) => answer.rows)) {
      listed.add(row.id);
      takeRow(row);
    }
    // What this view holds but the server did not list has left it.
    for (const [id, row] of inbox.rows) if (!listed.has(id) && groupOf(row, view, me())) inbox.rows.delete(id);
    inbox.counts = answers[0]!.counts;
    inbox.failed = false;
    turn.value += 1;
    if (!inbox.readOnce) thaw();
    inbox.readOnce = true;
  } catch {
    if (mine === asked) inbox.failed = true;
  } finally {
    if (mine === asked) inbox.loading = false;
  }
}

export function show(view: View): void {
  inbox.view = view;
  save("view", view);
  frozen.value = null;
  inbox.readOnce = false;
  void readInbox();
}
