/** Escalations of the open ticket, and what is asked of me: escalations, tickets handed to me, days to look again. */
import { computed, shallowReactive, watch } from "vue";
import { may } from "@/kit/people";
import { session } from "@/kit/session";
import { onFrame } from "@/live/heard";
import { connection } from "@/live/desk";
import { mine as rechecksOf, type Listed as RecheckListed } from "@/recheck/api";
import { mine as transfersOf, type Listed as TransferListed } from "@/transfer/api";
import { perTicket } from "@/threads/perTicket";
import * as api from "./api";

const KINDS = ["escalation.started", "escalation.moved", "escalation.acknowledged", "escalation.ended"];
const escalations = perTicket(api.ofTicket, KINDS, ["escalation"], () => may("ticket.see"));
export const escalationsOf = escalations.of;
export const readEscalations = escalations.read;

interface Desk {
  escalations: api.Mine | null;
  transfers: TransferListed[];
  rechecks: RecheckListed[];
  failed: boolean;
}
export const desk = shallowReactive<Desk>({ escalations: null, transfers: [], rechecks: [], failed: false });
/** What waits for me: for the rail's badge. */
export const waiting = computed(() => (desk.escalations?.held.length ?? 0) + desk.transfers.length + desk.rechecks.length);

export async function readDesk(): Promise<void> {
  try {
    const [escalations_, transfers, rechecks] = await Promise.all([
      may("escalation.start") ? api.mine() : null, may("ticket.transfer") ? transfersOf() : null, may("ticket.note") ? rechecksOf() : null,
    ]);
    Object.assign(desk, { escalations: escalations_ ?? { held: [], asked: [], others: [] }, transfers: transfers?.transfers ?? [], rechecks: rechecks?.rechecks ?? [], failed: false });
  } catch {
    desk.failed = true;
  }
}

let timer: ReturnType<typeof setTimeout> | undefined;
function soon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void readDesk(), 200);
}

/** Follows the signed-in person for as long as the page lives. */
export function follow(): void {
  for (const t of ["escalation", "transfer", "recheck"]) onFrame(t, soon);
  watch(() => session.state === "in" && may("escalation.start") && connection.state !== "offline", (on) => on && void readDesk(), { immediate: true });
}
