/**
 * The live socket of the widget and of the SDK: connects with a one-time pass, watches tickets from their cursors, and after any
 * close begins again with a random delay. While no socket can be had, `poll` is called every two seconds instead.
 */

export type LinkState = "connecting" | "live" | "polling" | "offline";

/** What is common to all frames: what kind it is. */
export interface Framed {
  t: string;
}

export interface LiveWorld<Frame extends Framed> {
  /** A one-time pass; rejects when it cannot be had. */
  pass(): Promise<string>;
  /** Address of the socket, `ws(s)://host/live`. */
  address: string;
  /** Where to resume a ticket. */
  cursor(ticket: number): number;
  frame(frame: Frame): void;
  /** Read what is new over HTTP; resolves false when that failed too. */
  poll(): Promise<boolean>;
  state(state: LinkState): void;
}

const PING_MS = 25_000;
const PONG_MS = 8_000;
const OPENING_MS = 10_000;
const POLL_MS = 2_000;
const LONGEST_MS = 30_000;

type Timer = ReturnType<typeof setTimeout> | undefined;

export class Live<Frame extends Framed> {
  #socket: WebSocket | null = null;
  #wanted = false;
  #silent = false;
  #tries = 0;
  readonly #watched = new Set<number>();
  #retry: Timer;
  #opening: Timer;
  #ping: Timer;
  #pong: Timer;
  #polling: Timer;

  constructor(private readonly world: LiveWorld<Frame>) {}

  start(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    void this.#connect();
  }

  /** The session is over: forget the socket and what it watched. */
  stop(): void {
    this.#wanted = false;
    this.#watched.clear();
    for (const timer of [this.#retry, this.#opening, this.#ping, this.#pong, this.#polling])
      clearTimeout(timer);
    this.#polling = undefined;
    this.#socket?.close();
    this.#socket = null;
  }

  watch(ticket: number): void {
    if (this.#watched.has(ticket)) return;
    this.#watched.add(ticket);
    this.#say({ t: "watch", ticket, after: this.world.cursor(ticket) });
  }

  tickets(): ReadonlySet<number> {
    return this.#watched;
  }

  typing(ticket: number, on: boolean): void {
    this.#say({ t: "typing", ticket, on });
  }

  /** The lid was opened or the network came back: find out now whether the socket is still alive. */
  wake(): void {
    if (!this.#wanted) return;
    if (this.#socket?.readyState === WebSocket.OPEN) this.#probe();
    else if (!this.#socket) {
      this.#tries = 0;
      clearTimeout(this.#retry);
      void this.#connect();
    }
  }

  /** The browser says there is no network: admit it now. The first word heard again takes it back. */
  cut(): void {
    if (!this.#wanted) return;
    this.#silent = true;
    this.world.state("offline");
  }

  #say(frame: object): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  async #connect(): Promise<void> {
    if (this.#polling === undefined) {
      this.world.state("connecting");
      this.#poll();
    }
    try {
      const pass = await this.world.pass();
      if (!this.#wanted || this.#socket) return;
      const socket = new WebSocket(`${this.world.address}?pass=${encodeURIComponent(pass)}`);
      this.#socket = socket;
      socket.onopen = () => this.#opened();
      socket.onmessage = (event) => this.#heard(event.data);
      socket.onclose = () => this.#lost(socket);
      clearTimeout(this.#opening);
      this.#opening = setTimeout(() => this.#giveUp(), OPENING_MS);
    } catch {
      this.#lost(null);
    }
  }

  #opened(): void {
    this.#tries = 0;
    this.#silent = false;
    clearTimeout(this.#opening);
    clearTimeout(this.#polling);
    this.#polling = undefined;
    this.world.state("live");
    for (const ticket of this.#watched) this.#say({ t: "watch", ticket, after: this.world.cursor(ticket) });
    this.#beat();
  }

  #heard(data: unknown): void {
    clearTimeout(this.#pong);
    this.#pong = undefined;
    if (this.#silent) this.world.state("live");
    this.#silent = false;
    let frame: Frame;
    try {
      frame = JSON.parse(String(data)) as Frame;
    } catch {
      return;
    }
    if (frame && typeof frame === "object" && typeof frame.t === "string") this.world.frame(frame);
  }

  #beat(): void {
    clearTimeout(this.#ping);
    this.#ping = setTimeout(() => {
      this.#probe();
      this.#beat();
    }, PING_MS);
  }

  #probe(): void {
    this.#say({ t: "ping" });
    // A closed lid leaves a socket that looks open: silence after a ping is a close.
    this.#pong ??= setTimeout(() => this.#giveUp(), PONG_MS);
  }

  /** Closing a socket whose other end is gone may take minutes to be reported: do not wait for that. */
  #giveUp(): void {
    const dead = this.#socket;
    if (!dead) return;
    dead.onclose = null;
    dead.close();
    this.#lost(dead);
  }

  #lost(socket: WebSocket | null): void {
    if (socket !== this.#socket || !this.#wanted) return;
    this.#socket = null;
    clearTimeout(this.#ping);
    clearTimeout(this.#pong);
    clearTimeout(this.#opening);
    this.#pong = undefined;
    const backoff = this.#tries ? Math.min(LONGEST_MS, 1000 * 2 ** (this.#tries - 1)) : 0;
    this.#tries += 1;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#connect(), backoff + Math.random() * 2000);
    if (this.#polling === undefined) this.#poll();
  }

  #poll(): void {
    this.#polling = setTimeout(() => {
      void this.world.poll().then((reached) => {
        if (this.#polling === undefined || !this.#wanted) return;
        this.world.state(reached ? "polling" : "offline");
        this.#poll();
      });
    }, POLL_MS);
  }
}
