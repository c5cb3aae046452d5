/**
 * What was said and the server has not yet confirmed: kept before it is sent, sent one after another in the order it was said, and
 * again with the same id until there is an answer.
 */
import { fingerprint, uuid } from "../../live/ids";
import type { Http } from "./http";
import type { Sent, Ticket, Trouble, Waiting } from "./public";
import { FarolError } from "./trouble";

interface Promised {
  done(sent: Sent): void;
  fail(why: unknown): void;
}

interface Answer {
  seq: number;
  at: string;
  outcome: "new" | "again";
  notice: string | null;
}

const LONGEST_MS = 30_000;
const MOST = 200;

export class Outbox {
  waiting: Waiting[] = [];
  readonly #promised = new Map<string, Promised>();
  readonly #key: string | null;
  #busy = false;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(
    private readonly http: Http,
    person: string | undefined,
    private readonly tell: {
      changed(waiting: readonly Waiting[]): void;
      sent(sent: Sent, words: Waiting): void;
      refused(words: Waiting, why: Trouble): void;
    },
  ) {
    this.#key = person ? `farol.sdk.${fingerprint(person)}` : null;
    this.waiting = this.#stored();
  }

  add(words: Omit<Waiting, "id" | "at"> & { id?: string | undefined }): Promise<Sent> {
    const known = words.id ? this.waiting.find((one) => one.id === words.id) : undefined;
    const entry = known ?? { ...words, id: words.id ?? uuid(), at: new Date().toISOString() };
    if (!known && this.waiting.length >= MOST) return Promise.reject(new FarolError("too_many"));
    const promise = new Promise<Sent>((done, fail) => this.#promised.set(entry.id, { done, fail }));
    if (!known) this.#put([...this.waiting, entry]);
    this.wake();
    return promise;
  }

  /** Try now: the network may be back. */
  wake(): void {
    clearTimeout(this.#timer);
    void this.#run();
  }

  /** Stop; `forget`: and keep nothing. */
  close(forget = false): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    if (forget) this.#put([]);
  }

  async #run(): Promise<void> {
    if (this.#busy || this.#closed) return;
    this.#busy = true;
    try {
      for (let next; !this.#closed && (next = this.waiting[0]); ) if (!(await this.#deliver(next))) return;
    } finally {
      this.#busy = false;
    }
  }

  /** True when the first is out of the way, sent or refused. */
  async #deliver(words: Waiting): Promise<boolean> {
    const { id, ticket, body, files, about, language } = words;
    try {
      let sent: Sent;
      if (ticket === null) {
        const answer = await this.http.call<{ ticket: Ticket; message: Answer; notice: string | null }>("POST", "/tickets", {
          client_id: id, body, files, ...(about && { about }), ...(language && { language }),
        });
        const { seq, at, outcome } = answer.message;
        sent = { id, ticket: answer.ticket.id, opened: answer.ticket, seq, at, outcome, notice: answer.notice };
      } else {
        const { seq, at, outcome, notice } = await this.http.call<Answer>("POST", `/tickets/${ticket}/messages`, { client_id: id, body, files });
        sent = { id, ticket, seq, at, outcome, notice };
      }
      this.#tries = 0;
      this.#drop(id);
      this.tell.sent(sent, words);
      this.#promised.get(id)?.done(sent);
    } catch (error) {
      const why = error instanceof FarolError ? error : new FarolError("away");
      if (why.passing || why.code === "signed_out") {
        const wait = Number(why.problem["retry_after"] ?? 0) * 1000 || Math.min(LONGEST_MS, 1000 * 2 ** this.#tries++);
        if (!this.#closed) this.#timer = setTimeout(() => void this.#run(), wait + Math.random() * 500);
        return false;
      }
      this.#drop(id);
      this.tell.refused(words, why);
      this.#promised.get(id)?.fail(why);
    }
    this.#promised.delete(id);
    return true;
  }

  #drop(id: string): void {
    this.#put(this.waiting.filter((one) => one.id !== id));
  }

  #put(waiting: Waiting[]): void {
    this.waiting = waiting;
    if (this.#key)
      try {
        if (waiting.length) localStorage.setItem(this.#key, JSON.stringify(waiting));
        else localStorage.removeItem(this.#key);
      } catch {
        // Full or forbidden: memory is all there is.
      }
    this.tell.changed(waiting);
  }

  #stored(): Waiting[] {
    try {
      const kept: unknown = JSON.parse((this.#key && localStorage.getItem(this.#key)) ?? "[]");
      return Array.isArray(kept) ? kept.filter((one: Partial<Waiting> | null) => typeof one?.id === "string" && typeof one.body === "string") : [];
    } catch {
      return [];
    }
  }
}
