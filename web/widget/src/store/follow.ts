/**
 * Keeps conversations in step with the server: live frames, holes, read marks, typing, and what the banner
 * says.
 */
import { apply, behind, caughtUp, lastTheirs } from "../model/talk";
import type { Frame, Place } from "../model/types";
import { Live, type LinkState } from "../../../live/link";
import type { Core } from "./core";

const PATIENCE_MS = 3_000;
const HOLE_MS = 800;
const TYPING_SHOWN_MS = 6_000;
const TYPING_SAID_MS = 3_000;
const TYPING_OVER_MS = 4_000;
const MOST_PAGES = 20;

type Timer = ReturnType<typeof setTimeout> | undefined;

export class Follow {
  readonly live: Live<Frame>;
  readonly #holes = new Map<number, Timer>();
  #bannerTimer: Timer;
  #typingTimer: Timer;
  #quietTimer: Timer;
  #saidTyping = { ticket: 0, at: 0 };
  #marking = false;

  constructor(
    private readonly core: Core,
    private readonly world: {
      unknownTicket(): void;
      reachable(): void;
      happened(ticket: number, closed: boolean): void;
      placed(ticket: number, place: Place | null): void;
    },
  ) {
    this.live = new Live({
      address: `${core.context.base.replace(/^http/, "ws")}/live`,
      pass: async () => (await core.api.call<{ pass: string }>("POST", "/live-pass", {})).pass,
      cursor: (ticket) => core.talk(ticket)?.cursor ?? 0,
      frame: (frame) => this.#frame(frame),
      poll: () => this.#poll(),
      state: (state) => this.#linked(state),
    });
  }

  /** Watch what is still open, and what is on screen. */
  watchAll(): void {
    for (const talk of Object.values(this.core.state.talks))
      if (talk.ticket.status !== "closed") this.live.watch(talk.ticket.id);
    if (this.live.tickets().size) this.live.start();
  }

  /** Whoever was here is gone. */
  stop(): void {
    this.live.stop();
    this.core.set({ link: "connecting", lostAt: null, typing: null });
    this.#settle();
  }

  /** Read everything after the cursor; resolves false when the server could not be reached. */
  async catchUp(ticket: number): Promise<boolean> {
    try {
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const talk = this.core.talk(ticket);
        if (!talk) return true;
        const after = talk.cursor;
        const more = await this.core.api.call<{ frames: Frame[]; seq: number }>(
          "GET",
          `/tickets/${ticket}/events?after=${after}`,
        );
        let next = this.core.talk(ticket) ?? talk;
        for (const frame of more.frames) next = apply(next, frame);
        const last = more.frames.reduce(
          (seq, frame) => ("seq" in frame ? Math.max(seq, frame.seq) : seq),
          after,
        );
        next = caughtUp(next, more.frames.length ? last : Math.max(more.seq, after));
        if (next !== talk) this.core.putTalk(next);
        if (!more.frames.length) break;
      }
      this.#settle();
      return true;
    } catch {
      return false;
    }
  }

  /** The customer has the newest words in front of them: say so, once. */
  markRead(): void {
    const { open, visible, screen } = this.core.state;
    const talk = screen.at === "talk" ? this.core.talk(screen.talk) : undefined;
    if (!open || !visible || !talk?.loaded || this.#marking) return;
    const seq = lastTheirs(talk);
    if (seq <= (talk.marks.customer?.seq ?? 0)) return;
    this.#marking = true;
    void this.core.api
      .call("PUT", `/tickets/${talk.ticket.id}/read`, { seq })
      .then(() => {
        const { id } = talk.ticket;
        const mark = { t: "read", ticket: id, seq: 0, reader: "customer", upto: seq } as const;
        this.core.putTalk(apply(this.core.talk(id) ?? talk, { ...mark, at: new Date().toISOString() }));
        return true;
      })
      .catch(() => false)
      .then((done) => {
        this.#marking = false;
        // More may have come meanwhile. A failure waits for the next reason to look.
        if (done) this.markRead();
      });
  }

  /** A key was pressed in the composer of a ticket. */
  typed(ticket: number): void {
    const now = Date.now();
    if (this.#saidTyping.ticket !== ticket || now - this.#saidTyping.at > TYPING_SAID_MS) {
      this.#saidTyping = { ticket, at: now };
      this.live.typing(ticket, true);
    }
    clearTimeout(this.#quietTimer);
    this.#quietTimer = setTimeout(() => this.stoppedTyping(), TYPING_OVER_MS);
  }

  stoppedTyping(): void {
    clearTimeout(this.#quietTimer);
    if (!this.#saidTyping.ticket) return;
    this.live.typing(this.#saidTyping.ticket, false);
    this.#saidTyping = { ticket: 0, at: 0 };
  }

  /** The browser says there is no network: do not wait for a timeout to admit it. */
  cut(): void {
    this.live.cut();
  }

  #frame(frame: Frame): void {
    if (frame.t === "typing") return this.#theyType(frame);
    if (!("ticket" in frame) || typeof frame.ticket !== "number") return;
    const talk = this.core.talk(frame.ticket);
    if (!talk) return this.world.unknownTicket();
    if (frame.t === "place") return this.world.placed(frame.ticket, frame.place);
    if (frame.t === "call") return this.core.set({ called: frame });
    const next = apply(talk, frame);
    if (next !== talk) this.core.putTalk(next);
    if (/message|changed|at/.test(frame.t))
      this.world.happened(frame.ticket, next.ticket.status === "closed" && talk.ticket.status !== "closed");
    if (frame.t === "message") {
      if (frame.message.author.kind !== "customer") this.#hush(frame.ticket);
      this.markRead();
    }
    if (behind(next)) this.#hole(frame.ticket);
    else this.#settle();
  }

  /** Something is missing. Frames on their way may fill it; if not, ask. */
  #hole(ticket: number): void {
    this.#settle();
    if (this.#holes.has(ticket)) return;
    this.#holes.set(
      ticket,
      setTimeout(() => {
        this.#holes.delete(ticket);
        const talk = this.core.talk(ticket);
        if (talk && behind(talk)) void this.catchUp(ticket);
      }, HOLE_MS),
    );
  }

  #theyType(frame: Extract<Frame, { t: "typing" }>): void {
    if (frame.who.kind === "customer") return;
    if (!frame.on) return this.#hush(frame.ticket);
    this.core.set({ typing: { ticket: frame.ticket, name: frame.who.name } });
    clearTimeout(this.#typingTimer);
    this.#typingTimer = setTimeout(() => this.#hush(frame.ticket), TYPING_SHOWN_MS);
  }

  #hush(ticket: number): void {
    if (this.core.state.typing?.ticket === ticket) this.core.set({ typing: null });
  }

  async #poll(): Promise<boolean> {
    const onScreen = this.core.state.screen.at === "talk" ? Number(this.core.state.screen.talk) : 0;
    const tickets = [...this.live.tickets()].sort((a, b) => Number(b === onScreen) - Number(a === onScreen));
    for (const ticket of tickets.slice(0, this.core.state.open ? 4 : 1))
      if (!(await this.catchUp(ticket))) return false;
    this.markRead();
    return true;
  }

  #linked(link: LinkState): void {
    const works = link === "live" || link === "polling";
    const worked = this.core.state.link === "live" || this.core.state.link === "polling";
    const lostAt = works ? null : (this.core.state.lostAt ?? new Date().toISOString());
    this.core.set({ link, lostAt });
    this.#settle();
    if (works && !worked) this.world.reachable();
  }

  /** The banner comes only when a trouble has lasted three seconds, and goes by itself. */
  #settle(): void {
    const want = this.#trouble();
    if (want === "none") {
      clearTimeout(this.#bannerTimer);
      this.#bannerTimer = undefined;
      if (this.core.state.banner !== "none") this.core.set({ banner: "none" });
      return;
    }
    if (this.core.state.banner !== "none") return this.core.set({ banner: want });
    this.#bannerTimer ??= setTimeout(() => {
      this.#bannerTimer = undefined;
      this.core.set({ banner: this.#trouble() });
    }, PATIENCE_MS);
  }

  #trouble(): "none" | "offline" | "catching" {
    const { link, screen } = this.core.state;
    if (link === "offline" || !navigator.onLine) return "offline";
    const talk = screen.at === "talk" ? this.core.talk(screen.talk) : undefined;
    return talk && behind(talk) ? "catching" : "none";
  }
}
