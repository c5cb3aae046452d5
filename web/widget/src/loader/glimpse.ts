/**
 * What the closed pill can know before the panel is loaded: one read of the customer's own home, now and
 * then.
 */
import { factsOf, NOTHING, type Facts } from "../model/home";
import type { Home, Place } from "../model/types";
import { askHost, boxKey, storedSession, whoOf, type AskHost } from "./session";

let checked: string | null = null;

/**
 * Facts for the pill; nothing is read unless there is a session, and it belongs to whom the host page names.
 */
export async function glimpse(base: string, host: AskHost | undefined): Promise<Facts> {
  const session = storedSession();
  const unsent = unsentHere();
  const facts = { ...NOTHING, offline: !navigator.onLine, unsent };
  if (!session || facts.offline) return facts;
  if (checked !== session.who) {
    // Asked once per page: in a shared browser somebody else may be signed in by now.
    if (whoOf(await askHost(host)) !== (session.known ? session.who : null)) return facts;
    checked = session.who;
  }
  const get = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`${base}/api/customer/${path}`, { headers: { authorization: `Bearer ${session.token}` } });
    if (answer.ok) return (await answer.json()) as T;
    throw answer;
  };
  try {
    const found = factsOf(await get<Home>("home"));
    const { waiting } = found;
    return { ...found, unsent, place: waiting?.status === "open" ? await get<Place>(`tickets/${waiting.id}/place`) : null };
  } catch (error) {
    return { ...facts, offline: !(error instanceof Response) };
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
