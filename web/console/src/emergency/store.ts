/** Live emergencies, and the one of the open ticket. */
import { computed, shallowReactive, watch } from "vue";
import { may } from "@/kit/people";
import { session } from "@/kit/session";
import { connection } from "@/live/desk";
import { onFrame, onHappened } from "@/live/heard";
import { perTicket } from "@/threads/perTicket";
import * as api from "./api";

const KINDS = ["raised", "rung", "taken", "promise_missed", "freeze_asked", "freeze_put_off", "frozen", "freeze_refused", "freeze_confirmed", "freeze_lifted", "sealed",
  "answered", "step_done", "thaw_asked", "thaw_stopped", "pack_made", "ended"].map((kind) => `emergency.${kind}`);
const tickets = perTicket(async (ticket) => (await api.ofTicket(ticket)).emergency, KINDS, [], () => may("emergency.see"));
export const emergencyOf = tickets.of;
export const readEmergency = tickets.read;

interface Desk {
  cases: api.Case[] | null;
  failed: boolean;
}
export const desk = shallowReactive<Desk>({ cases: null, failed: false });
/** Open ones that nobody has: for the rail's badge. */
export const waiting = computed(() => desk.cases?.filter((one) => !one.ended_at && !one.taker).length ?? 0);

/** What needs somebody first: open before over, real before a drill, nobody's before taken, the longest wait first. */
const order = (one: api.Case): string => [one.ended_at ? 1 : 0, one.drill ? 1 : 0, one.taker ? 1 : 0, one.at].join(" ");

export async function readDesk(): Promise<void> {
  try {
    const { cases } = await api.live();
    Object.assign(desk, { cases: cases.sort((a, b) => (order(a) < order(b) ? -1 : 1)), failed: false });
  } catch {
    desk.failed = true;
  }
}

let timer: ReturnType<typeof setTimeout> | undefined;
function soon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void readDesk(), 150);
}

/** Follows the signed-in person for as long as the page lives. */
export function follow(): void {
  onFrame("emergencies", soon);
  for (const kind of KINDS) onHappened(kind, soon);
  watch(() => session.state === "in" && may("emergency.see") && connection.state !== "offline", (on) => on && void readDesk(), { immediate: true });
}
