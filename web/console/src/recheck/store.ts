/** Days of looking again of the open ticket. */
import { may } from "@/kit/people";
import { now } from "@/kit/now";
import { whenUtc } from "@/kit/time";
import { say } from "@/kit/toast";
import { perTicket } from "@/threads/perTicket";
import { language, whyOf } from "@/words";
import * as api from "./api";
import { words } from "./words";

const DAY_MS = 86_400_000;
const rechecks = perTicket(api.ofTicket, ["recheck.set", "recheck.dropped", "recheck.reached", "recheck.done"], ["recheck"], () => may("ticket.see"));
export const rechecksOf = rechecks.of;
export const readRechecks = rechecks.read;
export const openRecheck = (ticket: number): api.Recheck | null => rechecksOf(ticket)?.rechecks.find((one) => !one.outcome) ?? null;

/** "24 Nov 02:10 UTC". */
export const dayText = (at: string): string => `${whenUtc(at, now.value, language.value)} UTC`;

/** Sets a day so many days from now; the reason is said when it cannot be. */
export async function inDays(ticket: number, days: number): Promise<void> {
  const at = new Date(Date.now() + days * DAY_MS).toISOString();
  try {
    await api.set(ticket, at, "");
    say(words.value.saved(dayText(at)), () => void api.drop(ticket).then(() => readRechecks(ticket)));
  } catch (error) {
    say(whyOf(error));
  }
  await readRechecks(ticket);
}
