/** How many tickets stand in each list, asked again a moment after something moved. */
import { shallowRef } from "vue";
import * as api from "./api";

const PAUSE_MS = 2_500;
const IDLE_MS = 30_000;

export const counts = shallowRef<api.Counts>({ waiting: 0, mine: 0, all: 0, snoozed: 0, views: {} });

let timer: ReturnType<typeof setTimeout> | undefined;
let asking = false;

/** As people read it: beyond what is counted it says only that there are more. */
export const countText = (n: number | undefined): string => (n === undefined ? "" : n >= api.MOST_COUNTED ? `${api.MOST_COUNTED - 1}+` : String(n));

/** What a page of a list told on the way. */
export function takeCounts(found: api.Counts): void {
  counts.value = { ...found, views: { ...counts.value.views, ...found.views } };
}

async function read(): Promise<void> {
  timer = undefined;
  if (asking || document.hidden) return;
  asking = true;
  try {
    counts.value = await api.counts();
  } catch {
    // The numbers stay as they were; the next move asks again.
  } finally {
    asking = false;
    timer ??= setTimeout(() => void read(), IDLE_MS);
  }
}

/** Something moved: count soon, however much moves meanwhile. */
export function recount(soon = PAUSE_MS): void {
  clearTimeout(timer);
  timer = setTimeout(() => void read(), soon);
}

document.addEventListener("visibilitychange", () => document.hidden || recount(0));
