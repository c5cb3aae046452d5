/** Where I am in the queue and what is put before me, kept current by live words and by asking again. */
import { computed, effectScope, reactive, shallowReactive, watch } from "vue";
import { now } from "@/kit/now";
import { may } from "@/kit/people";
import { go, place } from "@/kit/route";
import { session } from "@/kit/session";
import { load, save } from "@/kit/storage";
import { calling } from "@/kit/title";
import { say } from "@/kit/toast";
import { connection } from "@/live/desk";
import { onFrame } from "@/live/heard";
import { entryOf, known, readTicket } from "@/ticket/store";
import { language, whyOf } from "@/words";
import * as api from "./api";
import { type AgentState, type MyState, type Offer } from "./api";
import { endOf, inOrder } from "./offers";
import { ring } from "./ring";
import { words } from "./words";

export const STATES: readonly AgentState[] = ["available", "busy", "away", "offline"];

interface Mine {
  state: MyState | null;
  /** What became of the last offer or of my state, in one sentence, until it is closed. */
  told: string;
  failed: string;
}

export const mine = shallowReactive<Mine>({ state: null, told: "", failed: "" });
export const sound = reactive({ on: load("offer-sound", true) });
watch(sound, () => save("offer-sound", sound.on));

/** What I did with an offer here, until its end is heard. */
const did = new Map<number, "took" | "declined">();

/** Offers still open, the most urgent first. */
export const offers = computed(() => inOrder((mine.state?.offers ?? []).filter((offer) => Date.parse(offer.deadline) > now.value - 3_000)));

export const teamName = (key: string): string => mine.state?.teams.find((one) => one.key === key)?.[language.value] ?? key;

let reading = false;
let asked = false;

/** Asks where I am. What is asked while an answer is on its way is asked once more after it. */
export async function readMine(): Promise<void> {
  asked = true;
  if (reading) return;
  reading = true;
  while (asked) {
    asked = false;
    await api.myState().then(settle, () => undefined);
  }
  reading = false;
}

function settle(state: MyState): void {
  const before = new Set(mine.state?.offers.map((offer) => offer.ticket));
  const fresh = state.offers.filter((offer) => !before.has(offer.ticket));
  mine.state = state;
  calling.value = state.offers[0] ? words.value.offer.title(state.offers[0].number) : "";
  if (!fresh.length) return;
  mine.told = "";
  if (sound.on) ring();
}

/** Says where I am from now on: seen at once, put back when refused. */
export async function setState(state: AgentState, note = ""): Promise<boolean> {
  const before = mine.state;
  if (!before) return false;
  mine.state = { ...before, state, note };
  mine.failed = "";
  mine.told = "";
  try {
    settle(await api.setState(state, note));
    return true;
  } catch (error) {
    mine.state = before;
    mine.failed = words.value.failed(whyOf(error));
    return false;
  }
}

/** Accepts an offer, or takes a ticket nobody has, and opens it. */
export async function accept(ticket: number): Promise<boolean> {
  did.set(ticket, "took");
  go({ name: "ticket", id: ticket });
  const done = await takeIt(ticket);
  if (!done) did.delete(ticket);
  drop(ticket);
  return done;
}

/** The ticket is mine from here on; the screen shows it at once. */
export async function takeIt(ticket: number): Promise<boolean> {
  const entry = entryOf(ticket);
  const me = session.me!;
  const hoped = { owner: { id: me.id, name: me.name } };
  entry.hoped = { ...entry.hoped, ...hoped };
  entry.refused = null;
  try {
    await api.take(ticket);
    if (entry.state && entry.state.ticket.owner?.id !== me.id) await readTicket(entry);
    return true;
  } catch (error) {
    entry.refused = words.value.offer.failed(whyOf(error));
    if (entry.state) await readTicket(entry);
    return false;
  } finally {
    const { owner: _, ...rest } = entry.hoped;
    entry.hoped = rest;
    void readMine();
  }
}

/** Puts my ticket, or one offered to me, back at its place in the queue. */
export async function giveBack(ticket: number, number: string): Promise<void> {
  const offered = mine.state?.offers.some((offer) => offer.ticket === ticket);
  did.set(ticket, "declined");
  drop(ticket);
  try {
    await api.giveBack(ticket);
    const entry = known(ticket);
    if (entry?.state) await readTicket(entry);
    say(words.value.returned(number), offered ? null : () => void takeIt(ticket));
  } catch (error) {
    const entry = known(ticket);
    if (entry && !offered) entry.refused = words.value.failed(whyOf(error));
    else mine.failed = words.value.failed(whyOf(error));
  } finally {
    void readMine();
  }
}

function drop(ticket: number): void {
  if (mine.state) settle({ ...mine.state, offers: mine.state.offers.filter((offer) => offer.ticket !== ticket) });
}

interface OfferFrame {
  t: "offer";
  ticket: number;
  deadline: string | null;
}

function heardOffer({ ticket, deadline }: OfferFrame): void {
  if (deadline) {
    did.delete(ticket);
    void readMine();
    return;
  }
  const offer = mine.state?.offers.find((one) => one.ticket === ticket);
  if (offer) explain(offer);
  did.delete(ticket);
  drop(ticket);
  void readMine();
}

function explain(offer: Offer): void {
  const me = session.me?.id;
  const end = endOf(offer, Date.now(), {
    did: did.get(offer.ticket) ?? null,
    mine: known(offer.ticket)?.state?.ticket.owner?.id === me,
    open: place.value.name === "ticket" && place.value.id === offer.ticket && !document.hidden,
  });
  if (end === "unanswered") mine.told = words.value.offer.back(offer.number);
  if (end === "elsewhere" && mine.state?.state === "available") mine.told = words.value.offer.elsewhere(offer.number);
}

interface StateFrame {
  t: "state";
  state: AgentState;
  note: string;
}

/** The server moved me: because offers were not looked at, or because no screen was connected. */
function heardState({ state, note }: StateFrame): void {
  const why = words.value.notes[note];
  const moved = mine.state && mine.state.state !== state;
  if (moved && why && state === "away") mine.told = words.value.offer.away(why);
  if (moved && why && state === "offline") mine.told = words.value.offer.offline(why);
  void readMine();
}

/** Follows the queue for as long as the page lives, for those who work in it. */
export function follow(): void {
  onFrame<OfferFrame>("offer", heardOffer);
  onFrame<StateFrame>("state", heardState);
  effectScope(true).run(() => {
    watch(
      [() => session.state === "in" && may("queue.work"), () => connection.state],
      ([works, link]) => {
        if (!works) {
          mine.state = null;
          calling.value = "";
        }
        if (works && link !== "offline") void readMine();
      },
      { immediate: true },
    );
  });
  // Slots move with the tickets one holds; and a word that was lost is made up for.
  setInterval(() => {
    if (mine.state && !document.hidden) void readMine();
  }, 30_000);
}
