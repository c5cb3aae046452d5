/** The widget's verbs: what the screens call. */
import { boxKey, factsOf, storedSession } from "../borrowed";
import type { Context } from "../loader/context";
import type { Session } from "../loader/session";
import { uuid } from "../../../live/ids";
import { parse, type Entry } from "../model/outbox";
import type { Item, Lang } from "../model/types";
import { refusal } from "../net/api";
import { NotAccepted } from "../net/identity";
import { Aside } from "./aside";
import { Core } from "./core";
import { Drafts } from "./drafts";
import { Follow } from "./follow";
import { Reader } from "./reader";
import { Sender } from "./sender";
import { Tabs, type Note } from "./tabs";
import type { Table } from "../texts";

/** Key of the conversation that has not begun. */
export const FRESH = "new";

export class App {
  readonly core: Core;
  readonly drafts: Drafts;
  readonly follow: Follow;
  readonly sender: Sender;
  readonly reader: Reader;
  readonly aside: Aside;
  readonly #tabs: Tabs;
  #bound: string | null = null;
  #began: Promise<void> | null = null;

  constructor(context: Context, words: Table) {
    const core = (this.core = new Core(context, words));
    this.drafts = new Drafts(core);
    this.#tabs = new Tabs((note) => this.#heard(note));
    this.sender = new Sender(core, this.drafts, {
      changed: () => this.#tabs.tell("outbox"),
      delivered: (ticket, from, masked) => this.#delivered(ticket, from, masked),
    });
    this.aside = new Aside(core);
    this.follow = new Follow(core, {
      unknownTicket: () => void this.reader.home(),
      happened: (ticket, closed) => this.#happened(ticket, closed),
      placed: (ticket, place) => this.aside.put(ticket, { place }),
      reachable: () => this.#reachable(),
    });
    this.reader = new Reader(core, this.follow);
    core.listen(() => this.#tellPill());
    core.signedOut = () => this.#signedOut();
    this.#bind(storedSession());
    document.addEventListener("visibilitychange", () => this.#seen());
    window.addEventListener("online", () => this.#wake());
    window.addEventListener("offline", () => this.follow.cut());
    void core.blobs.sweep();
  }

  /** Find out who is here and read their home; also sends what waited. Runs again on each opening. */
  begin(): Promise<void> {
    this.#began ??= this.#enter().finally(() => (this.#began = null));
    return this.#began;
  }

  opened(open: boolean): void {
    this.core.set({ open });
    if (!open) return this.follow.stoppedTyping();
    void this.begin();
    void this.aside.incidents();
    // What a stranger wrote waits for an address: that comes before anything else.
    const waiting =
      this.core.state.needsWho && this.core.state.screen.at === "home" ? this.sender.entries[0] : undefined;
    if (waiting) void this.show(waiting.talk);
    this.follow.markRead();
  }

  home(): void {
    this.follow.stoppedTyping();
    this.core.set({ screen: { at: "home" }, unreadable: null });
    void this.reader.home();
    void this.aside.incidents();
  }

  /** A ticket that was merged opens where it goes on. */
  async show(talk: string): Promise<void> {
    const known = this.core.talk(talk);
    if (known?.ticket.continues_in) return this.show(String(known.ticket.continues_in.id));
    this.core.set({ screen: { at: "talk", talk }, unreadable: null });
    if (talk.startsWith(FRESH)) return;
    this.aside.refresh(Number(talk));
    if (known?.loaded) return this.follow.markRead();
    await this.reader.talk(talk);
    this.aside.refresh(Number(talk));
    this.follow.live.watch(Number(talk));
    this.follow.markRead();
  }

  ask(item: Item): void {
    this.drafts.about(FRESH, item);
    void this.show(FRESH);
  }

  /** Send what is written in a conversation; an empty draft sends nothing. */
  send(talk: string): void {
    const { text, pieces, about } = this.drafts.get(talk);
    if (!text.trim() && !pieces.length) return;
    this.#post(talk, text.trim(), pieces, about);
    this.drafts.clear(talk);
  }

  /** Words of a button, in the customer's name. */
  say(talk: string, words: string): void {
    this.#post(talk, words, [], null);
  }

  /** The one tap that reopens a solved ticket. */
  notSolved(talk: string): void {
    this.say(talk, this.core.say("not_solved_words"));
  }

  /** A refused message goes back into the field with its files, to be changed. */
  edit(entry: Entry): void {
    this.sender.take(entry.client_id);
    this.drafts.restore(entry.talk, entry.body, entry.files);
  }

  asNew(clientId: string): void {
    void this.show(this.sender.asNew(clientId));
  }

  /** Begin as a visitor; false when the server did not accept it. */
  async introduce(email: string, name: string): Promise<boolean> {
    this.core.set({ whoTrouble: "" });
    try {
      this.#bind(await this.core.identity.visitor(email.trim(), name.trim()));
    } catch (error) {
      const why = error instanceof Response ? (await refusal(error)).detail : "";
      this.core.set({ whoTrouble: why ? this.core.say("who_refused", { why }) : this.core.say("generic") });
      return false;
    }
    this.core.set({ needsWho: false });
    this.#tabs.tell("session");
    this.sender.wake();
    void this.reader.home();
    return true;
  }

  /** Where the words of a language cannot be had now, the one on screen stays. */
  async setLang(lang: Lang): Promise<void> {
    if (!(await this.core.learn(lang).catch(() => false))) return;
    this.core.context.setLang(lang, true);
    this.#tabs.tell("lang");
    if (!this.core.state.session) return;
    const language = lang === "zh" ? "zh-Hans" : lang;
    await this.core.api.call("PUT", "/language", { language }).catch(() => undefined);
  }

  #post(talk: string, body: string, files: Parameters<Sender["add"]>[0]["files"], item: Item | null): void {
    // A closed ticket takes nothing more: the same words open a new one.
    const key = talk === FRESH || this.core.talk(talk)?.ticket.status === "closed" ? `new:${uuid()}` : talk;
    const about = item ? { kind: item.kind, id: item.id } : null;
    this.follow.stoppedTyping();
    this.sender.add({ talk: key, body, about, files });
    if (!this.core.state.session) this.core.set({ needsWho: true });
    if (key !== talk || this.core.state.screen.at === "home")
      this.core.set({ screen: { at: "talk", talk: key } });
  }

  async #enter(): Promise<void> {
    try {
      this.#bind(await this.core.identity.ensure());
    } catch (error) {
      if (error instanceof NotAccepted) this.#bind(null);
      else this.core.set({ home: this.core.state.home === "ready" ? "ready" : "failed" });
    }
    if (!this.core.state.session)
      return this.core.set({ home: this.core.state.home === "failed" ? "failed" : "ready" });
    await this.reader.home();
    this.sender.wake();
  }

  /** Everything stored from now on belongs to this session; what a stranger wrote in this tab goes along. */
  #bind(session: Session | null): void {
    const who = session?.who ?? null;
    this.core.set({ session, needsWho: !session && this.sender.entries.length > 0 });
    if (this.#bound === (who ?? "guest")) return;
    const stranger = this.#bound !== null && this.#bound !== "guest";
    this.#bound = who ?? "guest";
    if (stranger) this.core.set({ talks: {}, beside: {}, items: [], drafts: {}, notices: {}, screen: { at: "home" } });
    if (stranger) this.follow.stop();
    const store = who ? localStorage : sessionStorage;
    const carried = who ? parse(sessionStorage.getItem(boxKey(null))) : [];
    if (who) sessionStorage.removeItem(boxKey(null));
    this.sender.bind(store, boxKey(who), carried);
    this.drafts.bind(store, `farol.draft.${who ?? "guest"}`);
    if (who) sessionStorage.removeItem("farol.draft.guest");
    this.core.set({ needsWho: !session && this.sender.entries.length > 0 });
    if (session) this.drafts.upload();
  }

  /**
   * A customer who signed out of the exchange leaves nothing on screen; a visitor is asked for the address
   * again.
   */
  #signedOut(): void {
    this.follow.stop();
    if (this.core.state.session?.known !== false) this.#bind(null);
    else this.core.set({ session: null, needsWho: true });
  }

  #delivered(ticket: number, from: string, masked: boolean): void {
    const { screen } = this.core.state;
    this.drafts.move(from, String(ticket));
    if (screen.at === "talk" && screen.talk === from)
      this.core.set({ screen: { at: "talk", talk: String(ticket) } });
    if (from.startsWith(FRESH)) this.#tabs.tell("tickets");
    this.follow.live.watch(ticket);
    this.follow.live.start();
    if (masked || this.core.state.link !== "live") void this.follow.catchUp(ticket);
    this.reader.awaitChecks(String(ticket));
  }

  /** What stands beside the words on screen may be another; a ticket that was closed may go on elsewhere. */
  #happened(ticket: number, closed: boolean): void {
    const { screen } = this.core.state;
    const shown = screen.at === "talk" && screen.talk === String(ticket);
    if (shown) this.aside.refresh(ticket);
    if (!closed) return;
    void this.reader.home().then(() => {
      if (shown && this.core.talk(ticket)?.ticket.continues_in) void this.show(String(ticket));
    });
  }

  #heard(note: Note): void {
    if (note === "outbox") this.sender.follow();
    if (note === "tickets") void this.reader.home();
    if (note === "session") void this.begin();
    if (note === "lang") void this.core.learn(this.core.context.lang()).catch(() => undefined);
  }

  #seen(): void {
    this.core.set({ visible: document.visibilityState !== "hidden" });
    if (this.core.state.visible) this.#wake();
    this.follow.markRead();
  }

  #wake(): void {
    this.follow.live.wake();
    this.sender.wake();
    if (this.core.state.home === "failed") void this.begin();
  }

  #reachable(): void {
    this.sender.wake();
    for (const ticket of this.follow.live.tickets()) void this.follow.catchUp(ticket);
  }

  #tellPill(): void {
    const { items, talks, beside, entries, link } = this.core.state;
    const tickets = Object.values(talks).map((talk) => talk.ticket);
    const offline = !navigator.onLine || link === "offline";
    const facts = factsOf({ items, tickets });
    const place = facts.waiting && beside[facts.waiting.id]?.place;
    this.core.context.facts({ ...facts, place: place ?? null, offline, unsent: entries.length });
  }
}
