/** Finding: at once among the rows already here, then on the server, which looks through everything of all time. */
import { computed, ref, shallowRef, watch } from "vue";
import type { InboxRow } from "@/api/types";
import * as api from "@/search/api";
import { language } from "@/words";
import type { Group } from "./order";
import { inbox } from "./store";

const PAUSE_MS = 250;
/** Rows of this tab that are shown before the server has answered. */
const MOST_LOCAL = 50;

export const query = ref("");
/** What the server found for the words that stand in the field now, or stood there a moment ago. */
export const found = shallowRef<(api.Found & { q: string }) | null>(null);
export const searchState = ref<"idle" | "searching" | "failed">("idle");

const folded = (text: string) => text.normalize("NFKC").toLowerCase();

export function matches(row: InboxRow, q: string): boolean {
  const needle = folded(q.trim());
  const hay = [row.number, row.subject, row.customer.name, row.reason_label?.zh ?? "", row.reason_label?.en ?? "", row.last_words?.text ?? ""];
  return needle !== "" && hay.some((text) => folded(text).includes(needle));
}

/** Rows of this tab that fit, newest first. */
export const local = (q: string): InboxRow[] =>
  [...inbox.rows.values()].filter((row) => matches(row, q)).sort((a, b) => Date.parse(b.updated_at) - Date.parse(a.updated_at)).slice(0, MOST_LOCAL);

/** Null while nothing is searched for. Rows from the server come below the local ones and move nothing. */
export const results = computed<Group[] | null>(() => {
  const q = query.value.trim();
  if (!q) return null;
  const here = local(q);
  const ids = new Set(here.map((row) => row.id));
  const there = found.value?.q === q ? found.value.tickets.filter((row) => !ids.has(row.id)) : [];
  const rows = [...here, ...there];
  return rows.length ? [{ key: "found", rows }] : [];
});

/** What else the server found for these words: messages, customers, articles. */
export const others = computed(() => (query.value.trim() && found.value?.q === query.value.trim() ? found.value : null));

let timer: ReturnType<typeof setTimeout> | undefined;

watch(query, (text) => {
  clearTimeout(timer);
  const q = text.trim();
  searchState.value = q.length > 1 ? "searching" : "idle";
  if (q.length > 1) timer = setTimeout(() => void searchNow(), PAUSE_MS);
});

export async function searchNow(): Promise<void> {
  const q = query.value.trim();
  if (q.length < 2) return;
  clearTimeout(timer);
  searchState.value = "searching";
  try {
    const answer = await api.search(q, language.value);
    if (query.value.trim() !== q) return;
    found.value = { q, ...answer };
    searchState.value = "idle";
  } catch {
    if (query.value.trim() === q) searchState.value = "failed";
  }
}

/** The next page of one kind, below what is shown. */
export async function findMore(kind: "tickets" | "messages"): Promise<void> {
  const had = found.value;
  const after = had?.[`${kind}_after`];
  if (!had || !after) return;
  const next = await api.more(had.q, kind, after);
  if (found.value !== had) return;
  found.value = kind === "tickets"
    ? { ...had, tickets: [...had.tickets, ...next.tickets], tickets_after: next.tickets_after }
    : { ...had, messages: [...had.messages, ...next.messages], messages_after: next.messages_after };
}

export const searchTickets = async (q: string): Promise<InboxRow[]> => (await api.search(q, language.value)).tickets;
