/**
 * What the customer wrote and the server has not yet confirmed. Written to storage before it is sent, so a
 * reload,
 * a closed lid or a killed tab loses nothing; sent again with the same id, which the server takes as one
 * message.
 */
import type { FileInfo, Lang } from "./types";

/** A file of a message: chosen here (`lid`), known to the server once `file` is set. */
export interface Piece {
  lid: string;
  name: string;
  type: string;
  size: number;
  file: FileInfo | null;
}

export interface Entry {
  client_id: string;
  /** Ticket id as text, or `new:<uuid>` while the ticket does not exist yet. */
  talk: string;
  body: string;
  about: { kind: string; id: string } | null;
  language: Lang;
  files: Piece[];
  /** When it was written, RFC 3339. */
  at: string;
  /** Why the server refused it; null while it may still be sent by itself. */
  why: { code: string; text: string } | null;
}

export const isNew = (talk: string): boolean => talk.startsWith("new:");

/**
 * The entry to send now, or null. Order within a conversation is kept: nothing overtakes an unsent message,
 * except
 * that a refused one in an existing ticket is stepped over. `resting` are those that wait for a retry.
 */
export function nextUp(
  entries: readonly Entry[],
  sending: ReadonlySet<string>,
  resting: ReadonlySet<string>,
): Entry | null {
  const blocked = new Set<string>();
  for (const entry of entries) {
    if (blocked.has(entry.talk)) continue;
    if (entry.why !== null && !isNew(entry.talk)) continue;
    if (entry.why === null && !sending.has(entry.client_id) && !resting.has(entry.client_id)) return entry;
    blocked.add(entry.talk);
  }
  return null;
}

/** The queue after the server took `clientId`; what waited for that new ticket now belongs to `ticket`. */
export function delivered(entries: readonly Entry[], clientId: string, ticket: number): Entry[] {
  const sent = entries.find((entry) => entry.client_id === clientId);
  const rest = entries.filter((entry) => entry.client_id !== clientId);
  if (!sent || !isNew(sent.talk)) return rest;
  return rest.map((entry) =>
    entry.talk === sent.talk ? { ...entry, talk: String(ticket), about: null } : entry,
  );
}

export const patched = (entries: readonly Entry[], clientId: string, patch: Partial<Entry>): Entry[] =>
  entries.map((entry) => (entry.client_id === clientId ? { ...entry, ...patch } : entry));

/** Entries from stored text; what cannot be read is dropped rather than breaking the widget. */
export function parse(text: string | null): Entry[] {
  try {
    const list: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(list) ? list.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is Entry {
  const entry = value as Partial<Entry> | null;
  return (
    typeof entry === "object" &&
    entry !== null &&
    typeof entry.client_id === "string" &&
    typeof entry.talk === "string" &&
    typeof entry.body === "string" &&
    Array.isArray(entry.files)
  );
}

/**
 * The stored queue of one person. Every change re-reads storage, because another tab may have written to it.
 */
export class Outbox {
  entries: Entry[] = [];
  /** False while memory holds what storage could not take: then storage is not the truth. */
  #saved = true;

  constructor(
    private readonly storage: Storage,
    private readonly key: string,
    private readonly changed: () => void,
  ) {
    this.reload();
  }

  /** Take what is stored; where storage is not usable, memory is all there is. */
  reload(): void {
    if (!this.#saved) return;
    try {
      this.entries = parse(this.storage.getItem(this.key));
    } catch {
      return;
    }
  }

  update(change: (entries: Entry[]) => Entry[]): void {
    this.reload();
    this.entries = change(this.entries);
    try {
      if (this.entries.length) this.storage.setItem(this.key, JSON.stringify(this.entries));
      else this.storage.removeItem(this.key);
      this.#saved = true;
    } catch {
      this.#saved = false;
    }
    this.changed();
  }
}
