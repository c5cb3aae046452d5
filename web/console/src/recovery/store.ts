/** The queue of recoveries, read again when a ticket that is shown says that one moved. */
import { computed, shallowReactive, watch } from "vue";
import { may } from "@/kit/people";
import { session } from "@/kit/session";
import { connection } from "@/live/desk";
import { language } from "@/words";
import * as api from "./api";

export const said = (text: api.Both): string => text[language.value];

interface Desk {
  found: api.Queue | null;
  failed: boolean;
}
export const desk = shallowReactive<Desk>({ found: null, failed: false });
/** What waits for us: for the rail's badge. */
export const waiting = computed(() => desk.found?.count ?? 0);

export async function readQueue(): Promise<void> {
  try {
    desk.found = await api.queue();
    desk.failed = false;
  } catch {
    desk.failed = true;
  }
}

/** How a state looks: done, wrong, or waiting for somebody. */
export const tone = (one: api.Recovery): string =>
  one.state === "done" ? "good" : one.state === "refused" || one.state === "not_eligible" ? "breach" : one.waits ? "risk" : "line";

const EVERY_MS = 60_000;

/** Follows the signed-in person for as long as the page lives. */
export function follow(): void {
  const on = () => session.state === "in" && may("recovery.work") && connection.state !== "offline";
  watch(on, (now) => now && void readQueue(), { immediate: true });
  setInterval(() => on() && document.visibilityState === "visible" && void readQueue(), EVERY_MS);
}
