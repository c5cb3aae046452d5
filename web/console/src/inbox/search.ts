/** Finding a ticket: at once among the rows already here, then on the server. */
import { computed, ref, shallowRef, watch } from "vue";
import * as api from "@/api/calls";
import { listOf } from "@/api/lists";
import type { InboxRow } from "@/api/types";
import type { Group } from "./order";
import { inbox } from "./store";

const PAUSE_MS = 250;

export const query = ref("");
const found = shallowRef<{ q: string; rows: InboxRow[] } | null>(null);
export const searchState = ref<"idle" | "searching" | "failed">("idle");

const folded = (text: string) => text.normalize("NFKC").toLowerCase();

export function matches(row: InboxRow, q: string): boolean {
  const needle = folded(q.trim());
  const hay = [row.number, row.subject, row.customer.name, row.reason_label?.zh ?? "", row.reason_label?.en ?? "", row.last_words?.text ?? ""];
  return needle !== "" && hay.some((text) => folded(text).includes(needle));
}

/** Rows of this tab that fit, newest first. */
export const local = (q: string): InboxRow[] =>
  [...inbox.rows.values()].filter((row) => matches(row, q)).sort((a, b) => Date.parse(b.updated_at) - Date.parse(a.updated_at));

/** Null while nothing is searched for. Rows from the server come below the local ones and move nothing. */
export const results = computed<Group[] | null>(() => {
  const q = query.value.trim();
  if (!q) return null;
  const here = local(q);
  const ids = new Set(here.map((row) => row.id));
  const there = found.value?.q === q ? found.value.rows.filter((row) => !ids.has(row.id)) : [];
  const rows = [...here, ...there];
  return rows.length ? [{ key: "found", rows }] : [];
});

let timer: ReturnType<typeof setTimeout> | undefined;

watch(query, (text) => {
  clearTimeout(timer);
  const q = text.trim();
  searchState.value = q.length > 1 ? "searching" : "idle";
  if (q.length > 1) timer = setTimeout(() => void ask(q), PAUSE_MS);
});

async function ask(q: string): Promise<void> {
  try {
    const rows = await searchTickets(q);
    if (query.value.trim() !== q) return;
    found.value = { q, rows };
    searchState.value = "idle";
  } catch {
    if (query.value.trim() === q) searchState.value = "failed";
  }
}

export const searchTickets = async (q: string): Promise<InboxRow[]> => listOf<InboxRow>(await api.search(q.slice(0, 200)));
