/**
 * What the closed pill can know before the panel is loaded: one read of the customer's own home, now and
 * then.
 */
import { factsOf, NOTHING, type Facts } from "../model/home";
import type { Home } from "../model/types";
import { askHost, boxKey, storedSession, whoOf, type AskHost } from "./session";

let checked: string | null = null;

/**
 * Facts for the pill; nothing is read unless there is a session, and it belongs to whom the host page names.
 */
export async function glimpse(base: string, host: AskHost | undefined): Promise<Facts> {
  const session = storedSession();
  const facts = { ...NOTHING, offline: !navigator.onLine, unsent: unsentHere() };
  if (!session || facts.offline) return facts;
  if (checked !== session.who) {
    // Asked once per page: in a shared browser somebody else may be signed in by now.
    if (whoOf(await askHost(host)) !== (session.known ? session.who : null)) return facts;
    checked = session.who;
  }
  try {
    const answer = await fetch(`${base}/api/customer/home`, {
      headers: { authorization: `Bearer ${session.token}` },
    });
    return answer.ok ? { ...facts, ...factsOf((await answer.json()) as Home), unsent: facts.unsent } : facts;
  } catch {
    return { ...facts, offline: true };
  }
}

/** Messages of this person, and of nobody yet, that wait in this browser. */
export function unsentHere(): number {
  const who = storedSession()?.who;
  try {
    return count(sessionStorage.getItem(boxKey(null))) + (who ? count(localStorage.getItem(boxKey(who))) : 0);
  } catch {
    return 0;
  }
}

const count = (text: string | null): number => (JSON.parse(text ?? "[]") as unknown[]).length;
