/** Begins, keeps and ends the customer's session with Farol. */
import { askHost, fingerprint, storedSession, stores, whoOf } from "../borrowed";
import { SESSION, type AskHost, type Session } from "../loader/session";
import type { Customer, Lang } from "../model/types";

/** The server refused the host's token; the customer may still write as a visitor. */
export class NotAccepted extends Error {}

export class Identity {
  #asking: Promise<Session | null> | null = null;

  constructor(
    private readonly base: string,
    private readonly host: () => AskHost | undefined,
    private readonly lang: () => Lang,
  ) {}

  /** A session for whoever the host says is here; null means nobody is known. `anew` after a 401. */
  ensure(anew = false): Promise<Session | null> {
    this.#asking ??= this.#ask(anew).finally(() => (this.#asking = null));
    return this.#asking;
  }

  /** Begin as a visitor. Rejects with the server's answer (a Response) when the address is refused. */
  visitor(email: string, name: string): Promise<Session> {
    return this.#start(
      { visitor: { email, name, language: this.lang() } },
      `v${fingerprint(email.toLowerCase())}`,
    );
  }

  async #ask(anew: boolean): Promise<Session | null> {
    const stored = storedSession();
    const token = await askHost(this.host());
    const who = whoOf(token);
    if (!token || !who) {
      if (stored && (stored.known || anew)) forget();
      return stored && !stored.known && !anew ? stored : null;
    }
    // The same person, and not refused: the session holds. Another person: theirs is dropped unseen.
    if (stored?.who === who && !anew) return stored;
    forget();
    try {
      return await this.#start({ identity: token }, who);
    } catch (error) {
      const refused = error instanceof Response && error.status < 500 && error.status !== 429;
      throw refused ? new NotAccepted() : new TypeError("the server did not answer");
    }
  }

  async #start(body: object, who: string): Promise<Session> {
    const answer = await fetch(`${this.base}/api/customer/session`, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": this.lang() },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw answer;
    const { token, expires_at, customer } = (await answer.json()) as {
      token: string;
      expires_at: string;
      customer: Customer;
    };
    const session: Session = { token, expires_at, who, ...customer };
    // A known customer's ends with the tab (a shared computer); a visitor's is kept, their mail is their only
    // thread.
    stores()[customer.known ? 0 : 1]?.setItem(SESSION, JSON.stringify(session));
    return session;
  }
}

function forget(): void {
  for (const store of stores()) store.removeItem(SESSION);
}
