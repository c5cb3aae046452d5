/**
 * One ticket's frames in order, each once. A frame above the next number waits: those on their way may close the hole, and if
 * they do not, what is missing is asked for. Frames that were shown before are dropped.
 */
export interface Numbered {
  t: string;
  seq: number;
}

const HOLE_MS = 800;

export class Stream<Frame extends Numbered> {
  readonly #early = new Map<number, Frame>();
  #hole: ReturnType<typeof setTimeout> | undefined;
  #asking: Promise<boolean> | null = null;

  /** `ask` reads frames after a cursor, in order and without holes; empty when there are none. */
  constructor(
    public cursor: number,
    private readonly ask: (after: number) => Promise<Frame[]>,
    private readonly show: (frame: Frame) => void,
  ) {}

  heard(frame: Frame): void {
    if (frame.seq <= this.cursor) return;
    this.#early.set(frame.seq, frame);
    this.#advance();
    if (this.#early.size) this.#missing();
  }

  /** The server said where its log ends. */
  ends(at: number): void {
    if (at > this.cursor) this.#missing();
  }

  /** Everything up to there was read in another way. */
  skip(to: number): void {
    if (to <= this.cursor) return;
    this.cursor = to;
    for (const seq of this.#early.keys()) if (seq <= to) this.#early.delete(seq);
    this.#advance();
  }

  stop(): void {
    clearTimeout(this.#hole);
    this.#early.clear();
  }

  /** Reads everything after the cursor; resolves false when that failed. */
  heal(): Promise<boolean> {
    clearTimeout(this.#hole);
    this.#hole = undefined;
    this.#asking ??= this.#read().finally(() => (this.#asking = null));
    return this.#asking;
  }

  async #read(): Promise<boolean> {
    try {
      for (;;) {
        const frames = await this.ask(this.cursor);
        if (!frames.length) return true;
        for (const frame of frames) {
          if (frame.seq <= this.cursor) continue;
          this.cursor = frame.seq;
          this.#early.delete(frame.seq);
          this.show(frame);
        }
        this.#advance();
      }
    } catch {
      return false;
    }
  }

  #advance(): void {
    for (let next; (next = this.#early.get(this.cursor + 1)); ) {
      this.#early.delete(next.seq);
      this.cursor = next.seq;
      this.show(next);
    }
    if (this.#early.size) return;
    clearTimeout(this.#hole);
    this.#hole = undefined;
  }

  #missing(): void {
    this.#hole ??= setTimeout(() => void this.heal(), HOLE_MS);
  }
}
