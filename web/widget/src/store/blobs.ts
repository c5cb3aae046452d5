/** Files that were chosen but not yet sent, kept in IndexedDB so that a reload does not lose them. */
const NAME = "farol";
const STORE = "files";
const KEEP_MS = 7 * 86_400_000;

interface Row {
  blob: Blob;
  at: number;
}

function open(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error ?? new Error("no database"));
  });
}

/** Bytes by the file's local id. Where the browser has no database the bytes live as long as the page. */
export class Blobs {
  readonly #memory = new Map<string, Blob>();
  readonly #database: Promise<IDBDatabase | null> = Promise.resolve()
    .then(open)
    .catch(() => null);

  async put(lid: string, blob: Blob): Promise<void> {
    this.#memory.set(lid, blob);
    await this.#run("readwrite", (store) => store.put({ blob, at: Date.now() } satisfies Row, lid));
  }

  async get(lid: string): Promise<Blob | null> {
    const held = this.#memory.get(lid);
    if (held) return held;
    const row = (await this.#run("readonly", (store) => store.get(lid))) as Row | undefined;
    if (row) this.#memory.set(lid, row.blob);
    return row?.blob ?? null;
  }

  async drop(lid: string): Promise<void> {
    this.#memory.delete(lid);
    await this.#run("readwrite", (store) => store.delete(lid));
  }

  /** Forget what nobody came back for. */
  async sweep(): Promise<void> {
    const database = await this.#database;
    if (!database) return;
    const cursor = database.transaction(STORE, "readwrite").objectStore(STORE).openCursor();
    cursor.onsuccess = () => {
      const at = cursor.result;
      if (!at) return;
      if ((at.value as Row).at < Date.now() - KEEP_MS) at.delete();
      at.continue();
    };
  }

  async #run(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
    const database = await this.#database;
    if (!database) return undefined;
    return new Promise((done) => {
      try {
        const request = ask(database.transaction(STORE, mode).objectStore(STORE));
        request.onsuccess = () => done(request.result);
        request.onerror = () => done(undefined);
      } catch {
        done(undefined);
      }
    });
  }
}
