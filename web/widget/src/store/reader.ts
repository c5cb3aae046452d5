/** Reads from the server what the screens show: the home, one conversation, its earlier pages. */
import { fromDetail, fromTicket, heardOf, withOlder } from "../model/talk";
import type { Home, Message, TicketDetail } from "../model/types";
import { Refused, Unknown } from "../net/api";
import type { Core } from "./core";
import type { Follow } from "./follow";

const CHECK_MS = [2_000, 4_000, 8_000, 15_000];

export class Reader {
  constructor(
    private readonly core: Core,
    private readonly follow: Follow,
  ) {}

  /** Items and tickets of whoever is here; what is open is watched from then on. */
  async home(): Promise<void> {
    const who = this.core.state.session?.who;
    if (!who) return;
    try {
      const home = await this.core.api.call<Home>("GET", "/home");
      // Somebody else signed in while the answer was on its way: it is not theirs to see.
      if (this.core.state.session?.who !== who) return;
      const talks = { ...this.core.state.talks };
      for (const ticket of home.tickets) {
        const known = talks[String(ticket.id)];
        talks[String(ticket.id)] = known
          ? heardOf({ ...known, ticket: { ...known.ticket, continues_in: ticket.continues_in } }, ticket.seq)
          : fromTicket(ticket);
        if (known && ticket.seq > known.cursor) void this.follow.catchUp(ticket.id);
      }
      this.core.set({ home: "ready", items: home.items, exchangeOk: home.exchange_ok, talks });
      this.follow.watchAll();
    } catch (error) {
      this.core.set({ home: error instanceof Unknown ? "ready" : "failed" });
    }
  }

  /** The conversation with its last messages. */
  async talk(talk: string): Promise<void> {
    const who = this.core.state.session?.who;
    try {
      const detail = await this.core.api.call<TicketDetail>("GET", `/tickets/${talk}`);
      if (this.core.state.session?.who !== who) return;
      this.core.putTalk(fromDetail(detail, this.core.talk(talk)));
      this.core.set({ unreadable: null });
      this.awaitChecks(talk);
    } catch (error) {
      const gone = error instanceof Refused && error.status === 404;
      this.core.set({ unreadable: gone ? this.core.say("why_gone") : this.core.say("home_down") });
    }
  }

  /** One page of what was said before. Rejects when it cannot be read. */
  async older(talk: string): Promise<void> {
    const before = this.core.talk(talk)?.messages[0]?.seq;
    if (!before) return;
    const page = await this.core.api.call<{ messages: Message[]; more: boolean }>(
      "GET",
      `/tickets/${talk}/messages?before=${before}`,
    );
    const known = this.core.talk(talk);
    if (known) this.core.putTalk(withOlder(known, page));
  }

  /** Files are checked after they arrive; look again until every one has its answer. */
  awaitChecks(talk: string, round = 0): void {
    const waits = this.core
      .talk(talk)
      ?.messages.some((message) => message.files.some((file) => file.state === "checking"));
    const after = CHECK_MS[round];
    if (!waits || after === undefined) return;
    setTimeout(() => {
      void this.core.api
        .call<TicketDetail>("GET", `/tickets/${talk}`)
        .then((detail) => this.core.putTalk(fromDetail(detail, this.core.talk(talk))))
        .catch(() => undefined)
        .finally(() => this.awaitChecks(talk, round + 1));
    }, after);
  }
}
