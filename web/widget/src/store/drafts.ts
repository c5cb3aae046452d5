/**
 * What is being written and attached, kept over a reload; files are uploaded while the customer still writes.
 */
import { uuid } from "../../../live/ids";
import type { Piece } from "../model/outbox";
import { fileTrouble } from "../model/sizes";
import type { Item } from "../model/types";
import { Refused } from "../net/api";
import { upload } from "../net/upload";
import type { Key } from "../texts";
import type { Core } from "./core";
import { NO_DRAFT, type Draft } from "./state";

const SAVE_MS = 300;
/** A file as it may leave, and what to say of it. */
interface Washed {
  file?: Blob;
  told: string;
}

export class Drafts {
  #place: { storage: Storage; key: string } | null = null;
  #saving: ReturnType<typeof setTimeout> | undefined;
  readonly #uploads = new Map<string, Promise<Piece>>();

  constructor(private readonly core: Core) {
    window.addEventListener("pagehide", () => this.#save());
  }

  /** Whose drafts these are from now on. */
  bind(storage: Storage, key: string): void {
    this.#place = { storage, key };
    try {
      const stored = JSON.parse(storage.getItem(key) ?? "{}") as Record<string, Draft>;
      this.core.set({ drafts: { ...stored, ...this.core.state.drafts } });
    } catch {
      this.core.set({ drafts: {} });
    }
  }

  get(talk: string): Draft {
    return this.core.state.drafts[talk] ?? NO_DRAFT;
  }

  write(talk: string, text: string): void {
    this.#patch(talk, { text });
  }

  about(talk: string, item: Item | null): void {
    this.#patch(talk, { about: item });
  }

  clear(talk: string): void {
    const { [talk]: _gone, ...drafts } = this.core.state.drafts;
    this.core.set({ drafts });
    this.#save();
  }

  /** The conversation got its number: what was being written goes along. */
  move(from: string, to: string): void {
    const draft = this.core.state.drafts[from];
    if (!draft) return;
    this.clear(from);
    this.#patch(to, { ...draft, about: null });
  }

  /** Add chosen, pasted or dropped files; those that cannot be taken are named with the reason. */
  async attach(talk: string, files: Iterable<File>): Promise<void> {
    this.#patch(talk, { trouble: [] });
    for (const given of files) {
      const failed = (why: Key): Washed => ({ told: this.core.say(why, { name: given.name }) });
      const trouble = fileTrouble(given, this.get(talk).pieces.length);
      // Without the means to look for what lets somebody in, nothing is taken.
      const { file, told } = trouble
        ? failed(trouble)
        : await import("virtual:wash").then(
            (washing): Promise<Washed> => washing.wash(given, this.core.state.lang),
            () => failed("file_failed"),
          );
      if (told) this.#complain(talk, told);
      if (!file) continue;
      const piece: Piece = {
        lid: uuid(),
        name: given.name || "image.png",
        type: file.type,
        size: file.size,
        file: null,
      };
      await this.core.blobs.put(piece.lid, file);
      this.#patch(talk, { pieces: [...this.get(talk).pieces, piece] });
      if (this.core.state.session) void this.#early(talk, piece);
    }
  }

  /** What could not be sent as it was, before anything written since. */
  restore(talk: string, text: string, pieces: Piece[]): void {
    const now = this.get(talk);
    this.#patch(talk, {
      text: [text, now.text].filter(Boolean).join("\n"),
      pieces: [...pieces, ...now.pieces],
    });
  }

  /** Somebody is known now: what was chosen before can go to the server. */
  upload(): void {
    for (const [talk, { pieces }] of Object.entries(this.core.state.drafts)) {
      for (const piece of pieces) if (!piece.file) void this.#early(talk, piece);
    }
  }

  remove(talk: string, lid: string): void {
    this.#patch(talk, { pieces: this.get(talk).pieces.filter((piece) => piece.lid !== lid) });
    void this.core.blobs.drop(lid);
  }

  /** The piece with the server's file in it; uploads it unless that was done or is under way. */
  uploaded(piece: Piece): Promise<Piece> {
    if (piece.file) return Promise.resolve(piece);
    let running = this.#uploads.get(piece.lid);
    if (!running) {
      running = this.#carry(piece).finally(() => this.#uploads.delete(piece.lid));
      this.#uploads.set(piece.lid, running);
    }
    return running;
  }

  async #carry(piece: Piece): Promise<Piece> {
    const blob = await this.core.blobs.get(piece.lid);
    if (!blob) throw new Refused(410, "file_lost", this.core.say("file_failed", { name: piece.name }));
    const token = await this.core.api.token();
    const progress = (share: number): void =>
      this.core.set({ progress: { ...this.core.state.progress, [piece.lid]: share } });
    progress(0);
    const file = await upload(
      this.core.context.base,
      token,
      this.core.state.lang,
      blob,
      piece.name,
      progress,
    );
    progress(1);
    return { ...piece, file };
  }

  /** Upload while the customer writes; what fails for now is tried again when the message is sent. */
  async #early(talk: string, piece: Piece): Promise<void> {
    try {
      const done = await this.uploaded(piece);
      const pieces = this.get(talk).pieces.map((one) => (one.lid === done.lid ? done : one));
      if (this.core.state.drafts[talk]) this.#patch(talk, { pieces });
    } catch (error) {
      if (!(error instanceof Refused) || error.passing || error.status === 401) return;
      this.remove(talk, piece.lid);
      this.#complain(talk, this.core.say("file_refused", { why: error.detail || piece.name }));
    }
  }

  #complain(talk: string, sentence: string): void {
    const { trouble } = this.get(talk);
    if (!trouble.includes(sentence)) this.#patch(talk, { trouble: [...trouble, sentence] });
  }

  #patch(talk: string, patch: Partial<Draft>): void {
    this.core.set({ drafts: { ...this.core.state.drafts, [talk]: { ...this.get(talk), ...patch } } });
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => this.#save(), SAVE_MS);
  }

  #save(): void {
    clearTimeout(this.#saving);
    const kept = Object.entries(this.core.state.drafts).filter(
      ([, draft]) => draft.text || draft.pieces.length || draft.about,
    );
    try {
      if (kept.length)
        this.#place?.storage.setItem(this.#place.key, JSON.stringify(Object.fromEntries(kept)));
      else this.#place?.storage.removeItem(this.#place.key);
    } catch {
      // Storage is full or forbidden: the draft lives as long as the page.
    }
  }
}
