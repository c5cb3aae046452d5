/**
 * What stands beside the words of a ticket: its place in the queue, what was promised, how the customer found it. Read when
 * the ticket is opened and when something happened in it; the place also comes by itself.
 */
import { standing } from "../borrowed";
import type { AuthorKind, Incident, Place, Promised, Rating, Shown } from "../model/types";
import { asLang } from "../texts";
import { Refused } from "../net/api";
import type { Core } from "./core";

const REST_MS = 120;

export interface Beside {
  place?: Place | null;
  promised?: Promised;
  rating?: Rating;
  /** What is shown with single messages. */
  shown?: Shown[];
  /** The customer is told by mail, not before then when a time is given. */
  called?: { at: string | null };
  trouble?: string;
}

export class Aside {
  readonly #resting = new Map<number, ReturnType<typeof setTimeout>>();

  constructor(private readonly core: Core) {}

  /** Read it a moment later, once for many reasons. */
  refresh(ticket: number): void {
    clearTimeout(this.#resting.get(ticket));
    this.#resting.set(
      ticket,
      setTimeout(() => void this.#read(ticket), REST_MS),
    );
  }

  put(ticket: number, patch: Beside): void {
    const { beside } = this.core.state;
    this.core.set({ beside: { ...beside, [ticket]: { ...beside[ticket], ...patch } } });
  }

  /** Tell me by mail; `at`: not before then. */
  callMe(ticket: number, at: string | null): Promise<void> {
    return this.#try(ticket, async () => {
      await this.core.api.call("POST", `/tickets/${ticket}/callback`, { how: "mail", at });
      this.put(ticket, { called: { at } });
    });
  }

  rate(ticket: number, stars: number, comment: string, solved: boolean | null): Promise<void> {
    return this.#try(ticket, async () =>
      this.put(ticket, { rating: await this.core.api.call<Rating>("POST", `/tickets/${ticket}/rating`, { stars, comment, solved }) }),
    );
  }

  /** What is wrong for many; a server that tells none has none. */
  async incidents(): Promise<void> {
    const told = await fetch(`${this.core.context.base}/api/customer/incidents`).catch(() => null);
    if (told?.ok) this.core.set({ incidents: (await told.json()) as Incident[] });
  }

  async #read(ticket: number): Promise<void> {
    const talk = this.core.talk(ticket);
    if (!talk) return;
    const get = <T>(what: string): Promise<T> => this.core.api.call<T>("GET", `/tickets/${ticket}/${what}`);
    const now = standing(talk.ticket);
    const by = (kind: AuthorKind) => talk.messages.findLast((message) => message.author.kind === kind);
    const helped = by("assistant");
    try {
      const shown: Shown[] = helped ? (await get<{ turns: Shown[] }>("assistant")).turns : [];
      if (by("staff")) shown.push(...(await get<{ translations: Shown[] }>("translations")).translations);
      this.put(ticket, { shown });
      if (helped) await this.#follow(helped.language);
      if (now === "resolved") this.put(ticket, { place: null, rating: await get<Rating>("rating") });
      else if (now !== "closed") {
        const place = () => this.core.state.beside[ticket]?.place;
        const had = place();
        const read: Beside = { promised: await get<Promised>("promise"), place: now === "open" ? await get<Place | null>("place") : null };
        // A place that came by itself meanwhile is newer than an answer on its way.
        this.put(ticket, place() === had ? read : { promised: read.promised });
      }
    } catch {
      // What stands beside is asked again with the next thing that happens.
    }
  }

  /** The assistant answers in the language it hears: until the customer chose one, the panel goes along. */
  async #follow(heard: string): Promise<void> {
    const { context, state } = this.core;
    const lang = asLang(heard);
    if (!heard || heard === "und" || context.chosen() || lang === state.lang) return;
    await this.core.learn(lang);
    context.setLang(lang, false);
  }

  async #try(ticket: number, run: () => Promise<void>): Promise<void> {
    this.put(ticket, { trouble: "" });
    try {
      await run();
    } catch (error) {
      this.put(ticket, { trouble: (error instanceof Refused && error.detail) || this.core.say("generic") });
    }
  }
}
