/** Takes the outbox to the server, one message at a time and in order, until it is empty. */
import { uuid } from "../../../live/ids";
import { delivered, isNew, nextUp, Outbox, patched, type Entry, type Piece } from "../model/outbox";
import { acknowledged, fromOpened, type Talk } from "../model/talk";
import type { FileInfo, Message, OpenReply, PostReply } from "../model/types";
import { Refused, Unknown } from "../net/api";
import { NotAccepted } from "../net/identity";
import type { Core } from "./core";
import type { Drafts } from "./drafts";

const RESTS_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

export interface SenderWorld {
  /** A message reached the server; `from` is the key its conversation had before. */
  delivered(ticket: number, from: string, masked: boolean): void;
  /** The queue changed here: other tabs should look. */
  changed(): void;
}

export class Sender {
  #box: Outbox | null = null;
  readonly #resting = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #tries = new Map<string, number>();
  #running = false;
  #asked = false;

  constructor(
    private readonly core: Core,
    private readonly drafts: Drafts,
    private readonly world: SenderWorld,
  ) {}

  /** Whose queue this is from now on; `carry` are entries written before they were known. */
  bind(storage: Storage, key: string, carry: readonly Entry[] = []): void {
    this.#box = new Outbox(storage, key, () => this.#show());
    if (carry.length) this.#box.update((entries) => [...entries, ...carry]);
    this.#show();
  }

  get entries(): readonly Entry[] {
    return this.#box?.entries ?? [];
  }

  /**
   * Another tab wrote to the queue. It sends; should it be closed before that, its lock falls to this one.
   */
  follow(): void {
    this.#box?.reload();
    this.#show();
    if (navigator.locks) void this.flush();
  }

  add(entry: Omit<Entry, "client_id" | "at" | "why" | "language">): string {
    const full: Entry = {
      ...entry,
      client_id: uuid(),
      at: new Date().toISOString(),
      why: null,
      language: this.core.state.lang,
    };
    this.#box?.update((entries) => [...entries, full]);
    this.world.changed();
    void this.flush();
    return full.client_id;
  }

  /** The customer pressed "send again". */
  again(clientId: string): void {
    const entry = this.entries.find((one) => one.client_id === clientId);
    // The server holds other words under this id, so these words need one of their own.
    const id = entry?.why?.code === "client_id_reused" ? uuid() : clientId;
    const files = entry?.files ?? [];
    const fresh = entry?.why?.code.includes("file")
      ? files.map((piece) => ({ ...piece, file: null }))
      : files;
    this.#change((entries) => patched(entries, clientId, { why: null, client_id: id, files: fresh }));
    this.#rest(clientId, 0);
    void this.flush();
  }

  /** The ticket cannot take it: open a new one with the same words. */
  asNew(clientId: string): string {
    const id = uuid();
    const talk = `new:${id}`;
    this.#change((entries) => patched(entries, clientId, { talk, client_id: id, why: null }));
    void this.flush();
    return talk;
  }

  /** Out of the queue, unsent. */
  take(clientId: string): void {
    this.#change((entries) => entries.filter((entry) => entry.client_id !== clientId));
  }

  /** The way is free again: forget all waiting times and send. */
  wake(): void {
    for (const clientId of [...this.#resting.keys()]) this.#rest(clientId, 0);
    void this.flush();
  }

  async flush(): Promise<void> {
    this.#asked = true;
    if (this.#running) return;
    this.#running = true;
    try {
      while (this.#asked) {
        this.#asked = false;
        // One tab at a time where the browser can say so; elsewhere equal client ids make twice the same as
        // once.
        await (navigator.locks
          ? navigator.locks.request("farol.outbox", () => this.#drain())
          : this.#drain());
      }
    } finally {
      this.#running = false;
    }
  }

  async #drain(): Promise<void> {
    for (;;) {
      this.#box?.reload();
      const entry = nextUp(this.entries, this.core.state.sending, new Set(this.#resting.keys()));
      this.#show();
      if (!entry) return;
      this.core.set({ sending: new Set([entry.client_id]) });
      try {
        await this.#deliver(entry);
        this.#tries.delete(entry.client_id);
      } catch (error) {
        if (!this.#explain(entry, error)) return;
      } finally {
        this.core.set({ sending: new Set() });
      }
    }
  }

  async #deliver(entry: Entry): Promise<void> {
    const pieces: Piece[] = [];
    for (const piece of entry.files) pieces.push(await this.drafts.uploaded(piece));
    this.#change((entries) => patched(entries, entry.client_id, { files: pieces }));
    const files = pieces.flatMap((piece) => (piece.file ? [piece.file] : []));
    const body = { client_id: entry.client_id, body: entry.body, files: files.map((file) => file.id) };
    if (isNew(entry.talk)) {
      const reply = await this.core.api.call<OpenReply>("POST", "/tickets", {
        ...body,
        about: entry.about,
        language: entry.language,
      });
      const message = this.#told(entry, files, {
        ...reply.message,
        removed: reply.removed,
        notice: reply.notice,
      });
      this.#done(
        entry,
        reply.ticket.id,
        this.core.talk(reply.ticket.id) ?? fromOpened(reply.ticket, message),
        message,
      );
    } else {
      const reply = await this.core.api.call<PostReply>("POST", `/tickets/${entry.talk}/messages`, body);
      const talk = this.core.talk(entry.talk);
      this.#done(entry, Number(entry.talk), talk, this.#told(entry, files, reply));
    }
    for (const piece of entry.files) void this.core.blobs.drop(piece.lid);
  }

  #done(entry: Entry, ticket: number, talk: Talk | undefined, message: Message): void {
    if (talk) this.core.putTalk(acknowledged(talk, message));
    this.#change((entries) => delivered(entries, entry.client_id, ticket));
    this.world.delivered(ticket, entry.talk, message.removed.length > 0);
  }

  /**
   * Our message as the server took it. Words with a secret in them are not shown again: the masked ones
   * follow.
   */
  #told(entry: Entry, files: FileInfo[], reply: PostReply): Message {
    if (reply.notice)
      this.core.set({ notices: { ...this.core.state.notices, [entry.client_id]: reply.notice } });
    return {
      seq: reply.seq,
      client_id: entry.client_id,
      author: { kind: "customer", id: 0, name: this.core.state.session?.name ?? "" },
      channel: "webchat",
      language: entry.language,
      body: reply.removed.length ? "" : entry.body,
      files,
      removed: reply.removed,
      at: reply.at,
    };
  }

  /** What a failure means for the entry; false when the queue must stop. */
  #explain(entry: Entry, error: unknown): boolean {
    if (
      error instanceof Unknown ||
      error instanceof NotAccepted ||
      (error instanceof Refused && error.status === 401)
    ) {
      this.core.set({ needsWho: true });
      return false;
    }
    if (!(error instanceof Refused) || error.passing) {
      const tries = this.#tries.get(entry.client_id) ?? 0;
      this.#tries.set(entry.client_id, tries + 1);
      this.core.set({ tried: new Set(this.#tries.keys()) });
      this.#rest(entry.client_id, RESTS_MS[Math.min(tries, RESTS_MS.length - 1)] ?? 30_000);
      return true;
    }
    const known = {
      ticket_closed: "why_closed",
      not_found: "why_gone",
      too_large: "why_long",
      too_long: "why_long",
    } as const;
    const key = known[error.code as keyof typeof known];
    const text = key ? this.core.say(key) : error.detail || this.core.say("generic");
    this.#change((entries) => patched(entries, entry.client_id, { why: { code: error.code, text } }));
    return true;
  }

  #rest(clientId: string, ms: number): void {
    clearTimeout(this.#resting.get(clientId));
    this.#resting.delete(clientId);
    if (!ms) return;
    const timer = setTimeout(() => {
      this.#resting.delete(clientId);
      void this.flush();
    }, ms);
    this.#resting.set(clientId, timer);
  }

  #change(change: (entries: Entry[]) => Entry[]): void {
    this.#box?.update(change);
    this.world.changed();
  }

  #show(): void {
    this.core.set({ entries: this.entries });
  }
}
