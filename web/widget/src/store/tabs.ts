/** Other tabs of the same site: told what changed here, heard when something changed there. */
export type Note = "outbox" | "tickets" | "session" | "lang";

export class Tabs {
  readonly #channel = typeof BroadcastChannel === "function" ? new BroadcastChannel("farol") : null;

  constructor(heard: (note: Note) => void) {
    if (this.#channel) this.#channel.onmessage = (event: MessageEvent<Note>) => heard(event.data);
    // Also the only way where BroadcastChannel is missing: storage events come from other tabs alone.
    window.addEventListener("storage", (event) => {
      if (event.key?.startsWith("farol.outbox.")) heard("outbox");
      if (event.key === "farol.lang") heard("lang");
    });
  }

  tell(note: Note): void {
    this.#channel?.postMessage(note);
  }
}
