/** The state, who listens to it, and what every part of the store needs. */
import type { Context } from "../loader/context";
import type { Talk } from "../model/talk";
import { Api } from "../net/api";
import { Identity } from "../net/identity";
import { filled } from "../borrowed";
import type { Lang } from "../model/types";
import type { Fill, Key, Table } from "../texts";
import { Blobs } from "./blobs";
import { FIRST, type State } from "./state";

export class Core {
  state: State;
  readonly api: Api;
  readonly identity: Identity;
  readonly blobs = new Blobs();
  readonly #listeners = new Set<() => void>();
  /** Set by the verbs: what to do when the session is over. */
  signedOut: () => void = () => undefined;

  constructor(
    readonly context: Context,
    private words: Table,
  ) {
    this.state = { ...FIRST, lang: context.lang(), visible: document.visibilityState !== "hidden" };
    this.identity = new Identity(
      context.base,
      () => context.host(),
      () => this.state.lang,
    );
    this.api = new Api(
      context.base,
      this.identity,
      () => this.state.lang,
      () => this.signedOut(),
    );
  }

  set(patch: Partial<State>): void {
    this.state = { ...this.state, ...patch };
    for (const listener of this.#listeners) listener();
  }

  /** Returns the way to stop listening. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  say(key: Key, fill?: Fill): string {
    return filled(this.words[key] ?? "", fill);
  }

  /** Speak a language from now on; rejects when its words cannot be had. */
  async learn(lang: Lang): Promise<true> {
    this.words = await this.context.words(lang);
    this.set({ lang });
    return true;
  }

  talk(ticket: number | string): Talk | undefined {
    return this.state.talks[String(ticket)];
  }

  putTalk(talk: Talk): void {
    this.set({ talks: { ...this.state.talks, [String(talk.ticket.id)]: talk } });
  }
}
