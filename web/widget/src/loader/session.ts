/**
 * Who this browser last spoke for. A customer signed in at the exchange is known by the host page's
 * `identity()`; a
 * visitor gave an e-mail. Stored things are kept per person, so nobody is shown what another left in a shared
 * browser.
 */
import { fingerprint } from "../../../live/ids";
import type { Customer } from "../model/types";

export interface Session extends Customer {
  token: string;
  expires_at: string;
  /** Keeps one person's stored words apart from another's. */
  who: string;
}

/** The host page's way to say who is signed in: a fresh signed token, or null. */
export type AskHost = () => Promise<string | null>;

export const SESSION = "farol.session";
const PATIENCE_MS = 10_000;

/** Where unsent words lie: of a person in local storage, of nobody yet in this tab's session storage. */
export const boxKey = (who: string | null): string => `farol.outbox.${who ?? "guest"}`;

/** Session storage first, then local; empty where the browser forbids both. */
export function stores(): Storage[] {
  try {
    return [sessionStorage, localStorage];
  } catch {
    return [];
  }
}

/** The stored session that has not expired. */
export function storedSession(): Session | null {
  for (const store of stores()) {
    try {
      const session = JSON.parse(store.getItem(SESSION) ?? "null") as Session | null;
      if (session && Date.parse(session.expires_at) > Date.now()) return session;
    } catch {
      continue;
    }
  }
  return null;
}

/** The host's answer; null when it has none, fails, or takes longer than ten seconds. */
export async function askHost(host: AskHost | undefined): Promise<string | null> {
  if (!host) return null;
  const late = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE_MS));
  return Promise.race([
    Promise.resolve()
      .then(host)
      .catch(() => null),
    late,
  ]);
}

/** The person a host's token names. It is only read to tell people apart; the server is who checks it. */
export function whoOf(token: string | null): string | null {
  try {
    const payload = token?.split(".")[1]?.replace(/-/g, "+").replace(/_/g, "/");
    const subject = payload ? (JSON.parse(atob(payload)) as { sub?: unknown }).sub : null;
    return typeof subject === "string" ? `c${fingerprint(subject)}` : null;
  } catch {
    return null;
  }
}
