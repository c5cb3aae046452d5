/** The phone desk as it stands: read every few seconds while something goes on or somebody looks, else now and then. */
import { reactive } from "vue";
import { may } from "@/kit/people";
import { session } from "@/kit/session";
import { onFrame } from "@/live/heard";
import { whyOf } from "@/words";
import * as api from "./api";
import { ready } from "./verbs";

const CLOSE_MS = 3_000;
const FAR_MS = 20_000;

export const phone = reactive({ desk: null as api.Desk | null, failed: "", watched: 0 });

export async function look(): Promise<void> {
  try {
    phone.desk = await api.desk();
    phone.failed = "";
  } catch (error) {
    phone.failed = whyOf(error);
  }
}

export const waiting = (): number => ready(phone.desk?.waiting ?? [], Date.now()).length;
export const mine = (): api.Call | null => phone.desk?.live.find((one) => one.mine) ?? null;
export const offered = (): api.Call | null => phone.desk?.waiting.find((one) => one.offered) ?? null;
export const callsOf = (ticket: number): api.Call[] => [...(phone.desk?.live ?? []), ...(phone.desk?.waiting ?? [])].filter((one) => one.ticket_id === ticket);

/** Somebody looks at the desk. Returns the way to stop. */
export function watched(): () => void {
  phone.watched += 1;
  void look();
  return () => void (phone.watched -= 1);
}

export function follow(): void {
  onFrame("calls", () => void look());
  let last = 0;
  setInterval(() => {
    if (session.state !== "in" || !may("call.see") || document.hidden) return;
    const close = phone.watched > 0 || !!mine() || !!offered();
    if (Date.now() - last < (close ? CLOSE_MS : FAR_MS) - 100) return;
    last = Date.now();
    void look();
  }, CLOSE_MS);
}
