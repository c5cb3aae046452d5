/** The SDK's verbs. */
import { Http } from "./http";
import { Following, type Tell } from "./live";
import { Outbox } from "./outbox";
import type { Conversation, Events, Farol, Message, Options, Sent, Ticket } from "./public";
import { recorder } from "./recorder";
import { FarolError } from "./trouble";

type Hear = (said: never) => void;

/** Begins nothing by itself: the first call, or `connect`, asks who is here. */
export function createFarol(options: Options): Farol {
  const base = options.base.replace(/\/+$/, "");
  const hearers = new Map<keyof Events, Set<Hear>>();
  const tell: Tell = (event, said) => {
    for (const hear of [...(hearers.get(event) ?? [])])
      try {
        (hear as (said: unknown) => void)(said);
      } catch (error) {
        // One listener's fault is not another's, and not the link's.
        reportError(error);
      }
  };
  const http = new Http(
    base,
    async () => {
      const identity = await options.identity();
      return identity ? { identity } : null;
    },
    () => options.language ?? navigator.language,
    () => tell("signed_out", {}),
  );
  const outbox = new Outbox(http, options.person, {
    changed: (waiting) => tell("outbox", { waiting }),
    sent: (sent) => {
      if (sent.opened) following.watch(sent.ticket, 0);
      tell("sent", sent);
    },
    refused: (words, why) => tell("refused", { words, why }),
  });
  const following = new Following(http, tell, () => void list().catch(() => undefined));
  const record = options.log ? recorder() : null;
  const online = (): void => {
    following.wake();
    outbox.wake();
  };
  const seen = (): void => {
    if (document.visibilityState === "visible") online();
  };
  const cut = (): void => following.cut();
  addEventListener("online", online);
  addEventListener("offline", cut);
  document.addEventListener("visibilitychange", seen);

  async function list(): Promise<Ticket[]> {
    const { tickets } = await http.call<{ tickets: Ticket[] }>("GET", "/tickets");
    for (const ticket of tickets) {
      following.counts(ticket);
      if (ticket.status !== "closed") following.watch(ticket.id, ticket.seq);
    }
    return tickets;
  }

  function close(): void {
    removeEventListener("online", online);
    removeEventListener("offline", cut);
    document.removeEventListener("visibilitychange", seen);
    record?.stop();
    following.stop();
    outbox.close();
  }

  const send = (ticket: number, { id, body = "", files = [] }: { id?: string; body?: string; files?: string[] }): Promise<Sent> =>
    outbox.add({ id, ticket, body, files });

  return {
    me: () => http.me(),
    list,
    async read(ticket) {
      const found = await http.call<Conversation>("GET", `/tickets/${ticket}`);
      following.counts(found.ticket);
      following.watch(ticket, found.seq);
      return found;
    },
    byNumber: (number) => http.call<Ticket>("GET", `/tickets/by-number/${encodeURIComponent(number)}`),
    older: (ticket, before) => http.call<{ messages: Message[]; more: boolean }>("GET", `/tickets/${ticket}/messages?before=${before}`),
    open: ({ id, body = "", files = [], about, language = options.language }) =>
      outbox.add({ id, ticket: null, body, files, ...(about && { about }), ...(language && { language }) }),
    send,
    waiting: () => outbox.waiting,
    upload: (file, { name = (file as File).name ?? "file", progress, signal } = {}) => http.upload(file, name, progress, signal),
    file: (ticket, id, { preview = false } = {}) => http.bytes(`/tickets/${ticket}/files/${id}${preview ? "?preview=true" : ""}`),
    async markRead(ticket, seq) {
      await http.call("PUT", `/tickets/${ticket}/read`, { seq });
      following.seen(ticket, seq);
    },
    typing: (ticket, on = true) => following.typing(ticket, on),
    unread: () => following.unread(),
    async report({ app = "", note = "" } = {}) {
      const { gathered } = (await import("virtual:report")) as typeof import("./report");
      const { text, taken } = await gathered(record?.said() ?? [], app, note);
      return {
        text,
        taken,
        async send(ticket, { consent, body = "" }) {
          if (consent !== true) throw new FarolError("consent_missing");
          const file = await http.upload(new Blob([text], { type: "application/json" }), "report.json");
          return send(ticket, { body, files: [file.id] });
        },
      };
    },
    on(event, hear) {
      const all = hearers.get(event) ?? new Set();
      hearers.set(event, all.add(hear as Hear));
      return () => void all.delete(hear as Hear);
    },
    async connect() {
      await http.me();
      await list();
      following.start();
      outbox.wake();
    },
    async signOut() {
      outbox.close(true);
      close();
      await http.leave();
    },
    close,
  };
}
