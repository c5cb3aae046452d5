/** Live updates of all watched tickets, and what is unread in them. */
import { Live, type LinkState } from "../../live/link";
import { Stream } from "../../live/stream";
import type { Http } from "./http";
import type { Events, Message, Status, Ticket } from "./public";

type Frame =
  | { t: "message"; ticket: number; seq: number; message: Message; status?: Status }
  | { t: "changed"; ticket: number; seq: number; status?: Status; stage?: Record<string, string> | null }
  | { t: "read"; ticket: number; seq: number; reader: "customer" | "staff"; upto: number; at: string }
  | { t: "at"; ticket: number; seq: number }
  | { t: "joined"; ticket: number; seq: number }
  | { t: "watching"; ticket: number; seq: number }
  | { t: "typing"; ticket: number; seq: 0; who: { kind: string; name: string }; on: boolean };

export type Tell = <K extends keyof Events>(event: K, said: Events[K]) => void;

const TYPING_MS = 3_000;
const TYPING_OVER_MS = 4_000;

interface Unread {
  /** Seqs of answers that came since the server counted. */
  came: number[];
  counted: number;
}

export class Following {
  readonly #live: Live<Frame>;
  readonly #streams = new Map<number, Stream<Frame>>();
  readonly #unread = new Map<number, Unread>();
  #told = 0;
  #typed = { ticket: 0, at: 0 };
  #quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly http: Http,
    private readonly tell: Tell,
    private readonly unknown: () => void,
  ) {
    this.#live = new Live<Frame>({
      address: `${http.base.replace(/^http/, "ws")}/live`,
      pass: async () => (await http.call<{ pass: string }>("POST", "/live-pass", {})).pass,
      cursor: (ticket) => this.#streams.get(ticket)?.cursor ?? 0,
      frame: (frame) => this.#heard(frame),
      poll: () => this.#poll(),
      state: (state) => this.#linked(state),
    });
  }

  start(): void {
    this.#live.start();
  }

  stop(): void {
    clearTimeout(this.#quiet);
    this.#live.stop();
    for (const stream of this.#streams.values()) stream.stop();
    this.#streams.clear();
    this.#unread.clear();
  }

  wake(): void {
    this.#live.wake();
  }

  cut(): void {
    this.#live.cut();
  }

  /** Follow a ticket from a seq; what this page has already been told stays told. */
  watch(ticket: number, from: number): void {
    const known = this.#streams.get(ticket);
    if (known) return;
    const ask = async (after: number): Promise<Frame[]> =>
      (await this.http.call<{ frames: Frame[] }>("GET", `/tickets/${ticket}/events?after=${after}`)).frames;
    this.#streams.set(ticket, new Stream<Frame>(from, ask, (frame) => this.#show(frame)));
    this.#live.watch(ticket);
  }

  /** What the server counts as unread now. */
  counts(ticket: Ticket): void {
    this.#unread.set(ticket.id, { came: [], counted: ticket.unread });
    this.#count();
  }

  unread(): number {
    let total = 0;
    for (const { came, counted } of this.#unread.values()) total += came.length + counted;
    return total;
  }

  /** The customer saw everything up to there. */
  seen(ticket: number, upto: number): void {
    const { came } = this.#unread.get(ticket) ?? { came: [] };
    this.#unread.set(ticket, { came: came.filter((seq) => seq > upto), counted: 0 });
    this.#count();
  }

  typing(ticket: number, on: boolean): void {
    clearTimeout(this.#quiet);
    if (!on) {
      if (this.#typed.ticket) this.#live.typing(this.#typed.ticket, false);
      this.#typed = { ticket: 0, at: 0 };
      return;
    }
    const now = Date.now();
    if (this.#typed.ticket !== ticket || now - this.#typed.at > TYPING_MS) {
      this.#typed = { ticket, at: now };
      this.#live.typing(ticket, true);
    }
    this.#quiet = setTimeout(() => this.typing(ticket, false), TYPING_OVER_MS);
  }

  #heard(frame: Frame): void {
    if (typeof frame.ticket !== "number") return;
    const stream = this.#streams.get(frame.ticket);
    if (!stream) return this.unknown();
    if (frame.t === "typing") {
      if (frame.who.kind !== "customer") this.tell("typing", { ticket: frame.ticket, name: frame.who.name, on: frame.on });
    } else if (frame.t === "watching") stream.ends(frame.seq);
    else if (frame.seq > 0) stream.heard(frame);
  }

  #show(frame: Frame): void {
    const { ticket } = frame;
    if (frame.t === "message") {
      this.tell("message", { ticket, message: frame.message });
      if (/staff|assistant/.test(frame.message.author.kind)) {
        const { came, counted } = this.#unread.get(ticket) ?? { came: [], counted: 0 };
        this.#unread.set(ticket, { came: [...came, frame.seq], counted });
        this.#count();
      }
      if (frame.status) this.tell("changed", { ticket, status: frame.status });
    } else if (frame.t === "changed") {
      this.tell("changed", { ticket, ...(frame.status && { status: frame.status }), ...("stage" in frame && { stage: frame.stage ?? null }) });
    } else if (frame.t === "read") {
      this.tell("read", { ticket, reader: frame.reader, upto: frame.upto, at: frame.at });
      if (frame.reader === "customer") this.seen(ticket, frame.upto);
    }
  }

  #count(): void {
    const total = this.unread();
    if (total === this.#told) return;
    this.#told = total;
    this.tell("unread", { total });
  }

  #linked(state: LinkState): void {
    this.tell("link", { state });
  }

  async #poll(): Promise<boolean> {
    for (const stream of this.#streams.values()) if (!(await stream.heal())) return false;
    return true;
  }
}
