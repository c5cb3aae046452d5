/**
 * The live link: one WebSocket, resumed from each ticket's cursor after any close, with polling as the way around.
 *
 * The link keeps no data. It knows which tickets are watched and asks for their cursor whenever it (re)connects,
 * so whatever was missed while it was away arrives as ordinary frames.
 */
import type { ClientFrame, ServerFrame, TicketFrame } from "@/api/frames";

export type LinkState = "connecting" | "live" | "polling" | "offline";

export interface Surroundings {
  /** A one-time pass for the socket. Throws when the server cannot be reached. */
  pass(): Promise<string>;
  connect(pass: string): WebSocket;
  eventsAfter(ticket: number, after: number): Promise<{ frames: TicketFrame[]; seq: number }>;
  onFrame(frame: ServerFrame): void;
  /** The inbox may have moved while the link was away: read it again. */
  onCaughtUp(): void;
  onState(state: LinkState): void;
}

const PING_MS = 20_000;
const SILENCE_MS = 35_000;
const POLL_MS = 2_000;
const LONGEST_WAIT_MS = 30_000;

export class LiveLink {
  private socket: WebSocket | null = null;
  private watched = new Map<number, () => number>();
  private state: LinkState = "connecting";
  private failures = 0;
  private heardAt = 0;
  private running = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private beat: ReturnType<typeof setInterval> | undefined;
  private poll: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly around: Surroundings) {}

  start(): void {
    if (this.running) return;
    this.running = true;
    this.beat = setInterval(() => this.listenForSilence(), 5_000);
    void this.open();
  }

  stop(): void {
    this.running = false;
    clearTimeout(this.retry);
    clearTimeout(this.poll);
    clearInterval(this.beat);
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  /** Watches a ticket; `cursor` answers the highest seq on screen at any time. */
  watch(ticket: number, cursor: () => number): void {
    this.watched.set(ticket, cursor);
    this.send({ t: "watch", ticket, after: cursor() });
  }

  unwatch(ticket: number): void {
    if (this.watched.delete(ticket)) this.send({ t: "unwatch", ticket });
  }

  /** Sends if the socket is open; says whether it was. */
  send(frame: ClientFrame): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  /** The network or the tab came back: do not wait for the timer. */
  wake(): void {
    if (!this.running) return;
    if (this.socket) {
      this.send({ t: "ping" });
      return;
    }
    clearTimeout(this.retry);
    void this.open();
  }

  private async open(): Promise<void> {
    if (!this.running || this.socket) return;
    let socket: WebSocket;
    try {
      const pass = await this.around.pass();
      if (!this.running || this.socket) return;
      socket = this.socket = this.around.connect(pass);
    } catch {
      this.lost();
      return;
    }
    socket.onopen = () => this.opened();
    socket.onmessage = (event) => this.heard(String(event.data));
    socket.onclose = () => {
      if (this.socket !== socket) return;
      this.socket = null;
      this.lost();
    };
  }

  private opened(): void {
    this.failures = 0;
    this.heardAt = Date.now();
    clearTimeout(this.poll);
    this.poll = undefined;
    this.send({ t: "inbox" });
    for (const [ticket, cursor] of this.watched) this.send({ t: "watch", ticket, after: cursor() });
    this.become("live");
    this.around.onCaughtUp();
  }

  private heard(text: string): void {
    this.heardAt = Date.now();
    const frame = JSON.parse(text) as ServerFrame;
    if (frame.t !== "pong") this.around.onFrame(frame);
  }

  private lost(): void {
    if (!this.running) return;
    this.failures += 1;
    if (this.state === "live") this.become("connecting");
    const backoff = Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** Math.min(this.failures - 1, 5));
    const wait = (this.failures > 1 ? backoff : 0) + Math.random() * 2_000;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.open(), wait);
    this.poll ??= setTimeout(() => void this.pollOnce(), POLL_MS);
  }

  private async pollOnce(): Promise<void> {
    if (!this.running || this.socket?.readyState === WebSocket.OPEN) return;
    try {
      for (const [ticket, cursor] of [...this.watched]) {
        const { frames } = await this.around.eventsAfter(ticket, cursor());
        frames.forEach((frame) => this.around.onFrame(frame));
      }
      this.around.onCaughtUp();
      if (this.watched.size) this.become("polling");
    } catch {
      this.become("offline");
    }
    if (this.state !== "live") this.poll = setTimeout(() => void this.pollOnce(), POLL_MS);
  }

  private listenForSilence(): void {
    if (!this.socket) return;
    const silence = Date.now() - this.heardAt;
    if (this.socket.readyState === WebSocket.OPEN && silence > SILENCE_MS) this.socket.close();
    else if (silence > PING_MS) this.send({ t: "ping" });
  }

  private become(state: LinkState): void {
    if (state === this.state && state !== "live") return;
    this.state = state;
    this.around.onState(state);
  }
}
