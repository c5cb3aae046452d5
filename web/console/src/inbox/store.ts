/** The inbox: rows from the server page by page, kept current by live rows, shown in an order that does not jump. */
import { computed, shallowReactive, shallowRef, watch } from "vue";
import type { InboxRow } from "@/api/types";
import { place } from "@/kit/route";
import { session } from "@/kit/session";
import { load, save } from "@/kit/storage";
import { known, readViews, savedOf } from "@/views/store";
import * as api from "./api";
import { recount, takeCounts } from "./counts";
import * as members from "./members";
import { arrange, type Chosen, extend, fill, freeze, type Frozen, type Group, groupOf, orderOf, type Saved, SOURCES, VIEWS, type View } from "./order";
import { compare, type Rank, rankOf } from "./rank";

interface InboxState {
  view: Chosen;
  rows: Map<number, InboxRow>;
  loading: boolean;
  failed: boolean;
  readOnce: boolean;
}

/** How far a source has been read: pages, the cursor behind them, and the rank of the last row. */
interface Reach {
  pages: number;
  after: string | null;
  edge: Rank | null;
}

/** Pages of one source that are read again at once; a list read further than that is read on by scrolling. */
const MOST_AGAIN = 8;

const kept = load<Chosen>("view", "me");

export const inbox = shallowReactive<InboxState>({
  view: VIEWS.includes(kept as View) || typeof kept === "number" ? kept : "me",
  rows: new Map(),
  loading: false,
  failed: false,
  readOnce: false,
});

/** Bumped on every change of a row, because the map itself is not deeply reactive. */
const turn = shallowRef(0);
/** The pointer or the keyboard is inside the list: its order rests. */
export const resting = shallowRef(false);
const frozen = shallowRef<Frozen | null>(null);
let reaches = new Map<string, Reach>();

const me = () => session.me?.id ?? 0;
const sources = (): readonly string[] => (typeof inbox.view === "number" ? [String(inbox.view)] : SOURCES[inbox.view]);

function savedNow(): Saved | null {
  const view = typeof inbox.view === "number" ? savedOf(inbox.view) : undefined;
  return view ? { sort: view.sort, descending: view.descending, members: members.standing() } : null;
}

const edges = (): Map<string, Rank> =>
  new Map([...reaches].flatMap(([source, reach]) => (reach.after !== null && reach.edge ? [[source, reach.edge] as const] : [])));

const fresh = computed<Group[]>(() => {
  void turn.value;
  return arrange(inbox.rows.values(), inbox.view, me(), place.value.name === "ticket" ? place.value.id : null, savedNow(), edges());
});

const shown = computed(() => {
  void turn.value;
  return frozen.value?.length ? fill(frozen.value, inbox.rows, fresh.value) : { groups: fresh.value, newcomers: 0 };
});

export const groups = computed(() => shown.value.groups);
export const newcomers = computed(() => shown.value.newcomers);
/** There is more below than what was read. */
export const hasMore = computed(() => {
  void turn.value;
  return [...reaches.values()].some((reach) => reach.after !== null);
});
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

/** Whether a later picture of a ticket came; an earlier one never replaces it. */
function put(row: InboxRow): boolean {
  const have = inbox.rows.get(row.id);
  if (have && (have.seq > row.seq || (have.seq === row.seq && Date.parse(have.updated_at) > Date.parse(row.updated_at)))) return false;
  inbox.rows.set(row.id, row);
  return true;
}

/** A live row. */
export function takeRow(row: InboxRow): void {
  if (!put(row)) return;
  turn.value += 1;
  members.moved(row.id);
  recount();
}

let asked = 0;

/** One source as far as it had been read before. */
async function readAgain(source: string, pages: number): Promise<{ rows: InboxRow[]; reach: Reach; counts: api.Counts }> {
  const rows: InboxRow[] = [];
  let page: api.Page;
  let read = 0;
  let after: string | null = "";
  do {
    page = await api.page(source, after);
    rows.push(...page.rows);
    after = page.after;
    read += 1;
  } while (after !== null && read < Math.min(pages, MOST_AGAIN));
  return { rows, counts: page.counts, reach: { pages: read, after, edge: edgeOf(page.rows) } };
}

function edgeOf(rows: InboxRow[]): Rank | null {
  const last = rows.at(-1);
  return last ? rankOf(last, orderOf(inbox.view, savedNow())) : null;
}

export async function readInbox(): Promise<void> {
  const mine = (asked += 1);
  const view = inbox.view;
  inbox.loading = true;
  try {
    if (typeof view === "number" && !known.read) await readViews();
    const wanted = sources();
    const answers = await Promise.all(wanted.map((source) => readAgain(source, reaches.get(source)?.pages ?? 1)));
    if (mine !== asked) return;
    const rows = answers.flatMap((answer) => answer.rows);
    const listed = new Set(rows.map((row) => row.id));
    rows.forEach(put);
    reaches = new Map(answers.map(({ reach }, n) => [wanted[n]!, reach]));
    if (typeof view === "number") members.only(listed);
    else forget(view, listed);
    takeCounts(answers[0]!.counts);
    inbox.failed = false;
    turn.value += 1;
    if (!inbox.readOnce) thaw();
    inbox.readOnce = true;
    recount(300);
  } catch {
    if (mine === asked) inbox.failed = true;
  } finally {
    if (mine === asked) inbox.loading = false;
  }
}

/** What this list holds as far as it was read, but the server did not list, has left it. */
function forget(view: View, listed: ReadonlySet<number>): void {
  const within = new Set(arrange(inbox.rows.values(), view, me(), null, null, edges()).flatMap((group) => group.rows.map((row) => row.id)));
  for (const id of within) if (!listed.has(id)) inbox.rows.delete(id);
}

let reading = false;

/** The next page below. What is on screen stays where it is. */
export async function readOn(): Promise<void> {
  if (reading || inbox.loading || !hasMore.value) return;
  reading = true;
  const mine = asked;
  try {
    const next = [...reaches].filter(([, reach]) => reach.after !== null);
    const pages = await Promise.all(next.map(([source, reach]) => api.page(source, reach.after!)));
    if (mine !== asked) return;
    const ids = new Set<number>();
    pages.forEach((page, n) => {
      const [source, reach] = next[n]!;
      page.rows.forEach((row) => ids.add(row.id) && put(row));
      const edge = edgeOf(page.rows);
      reaches.set(source, { pages: reach.pages + 1, after: page.after, edge: edge && reach.edge && compare(edge, reach.edge) < 0 ? reach.edge : edge ?? reach.edge });
    });
    if (typeof inbox.view === "number") members.listed(ids);
    turn.value += 1;
    if (frozen.value) frozen.value = extend(frozen.value, fresh.value, ids);
  } catch {
    // Scrolling asks again; a list that cannot be read at all says so when it is read anew.
  } finally {
    reading = false;
  }
}

export function show(view: Chosen): void {
  inbox.view = view;
  save("view", view);
  frozen.value = null;
  inbox.readOnce = false;
  reaches = new Map();
  begin();
  void readInbox();
}

function begin(): void {
  members.follow(typeof inbox.view === "number" ? String(inbox.view) : "", () => {
    turn.value += 1;
  });
}
begin();
