/** Actions of the open ticket, what was proposed on it, and what waits for me. */
import { computed, ref, shallowReactive, watch } from "vue";
import { may } from "@/kit/people";
import { session } from "@/kit/session";
import { openOverlay } from "@/kit/overlay";
import { connection } from "@/live/desk";
import { onFrame } from "@/live/heard";
import { perTicket } from "@/threads/perTicket";
import { current } from "@/ticket/store";
import { language, w } from "@/words";
import * as api from "./api";
import { learn } from "./labels";
import { words } from "./words";

const STEPS = ["made", "approved", "refused", "withdrawn", "expired", "unproven", "waiting", "accepted", "executed", "failed"] as const;
export const KINDS = STEPS.map((step) => `proposal.${step}`);
const proposals = perTicket(async (ticket) => ({ proposals: learn((await api.ofTicket(ticket)).proposals) }), KINDS, [], () => may("action.see"));
async function bar(ticket: number): Promise<api.Bar> {
  const found = await api.bar(ticket);
  learn(found.actions);
  return found;
}
const bars = perTicket(bar, ["identity.proven", "identity.revoked"], [], () => may("action.propose"));
export const proposalsOf = (ticket: number): readonly api.Proposal[] => proposals.of(ticket)?.proposals ?? [];
export const readProposals = proposals.read;
export const barOf = bars.of;
export const readBar = bars.read;

/** What the dialog opens with: an action already chosen, such as the undo of another. */
export const chosen = ref<{ type: string; reason: string } | null>(null);
export function openActions(type: string | null = null, reason = ""): void {
  chosen.value = type ? { type, reason } : null;
  openOverlay("actions");
}

/** "Security or Compliance and Duty manager". */
export const seatsText = (seats: string[][]): string =>
  seats.map((seat) => seat.map((role) => w.value.roles[role] ?? role).join(words.value.or)).join(words.value.and);

export const said = (text: api.Both): string => text[language.value];
export const OPEN: readonly api.State[] = ["proposed", "approved", "unproven", "waiting", "accepted"];
/** How a state looks: done, wrong, or still on its way. */
export const tone = (state: api.State): string =>
  state === "executed" ? "good" : OPEN.includes(state) ? "risk" : state === "failed" || state === "rejected" ? "breach" : "line";

interface Desk {
  found: api.Desk | null;
  failed: boolean;
}
export const desk = shallowReactive<Desk>({ found: null, failed: false });
/** What I can approve: for the rail's badge. */
export const waiting = computed(() => desk.found?.count ?? 0);

export async function readDesk(): Promise<void> {
  try {
    desk.found = await api.desk();
    desk.failed = false;
  } catch {
    desk.failed = true;
  }
}

let timer: ReturnType<typeof setTimeout> | undefined;
function soon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (may("action.check")) void readDesk();
    if (current.value?.state && may("action.see")) void readProposals(current.value.id);
  }, 200);
}

/** Follows the signed-in person for as long as the page lives. */
export function follow(): void {
  onFrame("proposals", soon);
  watch(() => session.state === "in" && may("action.check") && connection.state !== "offline", (on) => on && void readDesk(), { immediate: true });
}
