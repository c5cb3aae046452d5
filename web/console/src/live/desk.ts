/** The desk at work: wires the live link to the inbox, the open ticket and the outbox. */
import { computed, effectScope, reactive, watch } from "vue";
import * as api from "@/api/calls";
import { isTicketFrame, type ServerFrame } from "@/api/frames";
import { waitingForMe, readInbox, takeRow } from "@/inbox/store";
import { now } from "@/kit/now";
import { may } from "@/kit/people";
import { place } from "@/kit/route";
import { session } from "@/kit/session";
import { calling } from "@/kit/title";
import { say } from "@/kit/toast";
import { adopt, arrived, flush, keptCount, whenSent } from "@/ticket/outbox";
import { current, entryOf, heal, known, readTicket, setOpen, take, takePresence } from "@/ticket/store";
import { w } from "@/words";
import { heard } from "./heard";
import { LiveLink, type LinkState } from "./link";

const BANNER_AFTER_MS = 3_000;
const INBOX_POLL_MS = 5_000;

export const connection = reactive({ state: "connecting" as LinkState, downSince: 0 });

/** The person should know: no way to the server for three seconds. */
export const cutOff = computed(
  () => connection.downSince > 0 && now.value - connection.downSince >= BANNER_AFTER_MS && session.state === "in",
);

let inboxReadAt = 0;

export const link = new LiveLink({
  pass: async () => (await api.livePass()).pass,
  connect: (pass) => new WebSocket(`${location.origin.replace(/^http/, "ws")}/live?pass=${encodeURIComponent(pass)}`),
  eventsAfter: api.eventsAfter,
  onFrame: takeFrame,
  onCaughtUp: () => {
    if (connection.state !== "live" && Date.now() - inboxReadAt < INBOX_POLL_MS) return;
    inboxReadAt = Date.now();
    void readInbox();
  },
  onState: moved,
});

function takeFrame(frame: ServerFrame): void {
  if (isTicketFrame(frame)) {
    take(frame);
    if (frame.t === "message") arrived(frame.message.client_id);
  } else if (frame.t === "row") {
    takeRow(frame.row);
  } else if (frame.t === "typing" || frame.t === "viewing" || frame.t === "online") {
    takePresence(frame, session.me?.id ?? 0);
  } else if (frame.t === "watching") {
    const entry = known(frame.ticket);
    if (entry?.state && frame.seq > entry.state.seq) setTimeout(() => lagging(frame.ticket, frame.seq), 1_500);
  } else {
    heard(frame);
  }
}

/** The frames that should have followed did not come: fetch them. */
function lagging(ticket: number, head: number): void {
  const entry = known(ticket);
  if (entry?.state && entry.state.seq < head) void heal(entry);
}

function moved(state: LinkState): void {
  connection.state = state;
  const up = state === "live" || state === "polling";
  if (!up) {
    if (!connection.downSince) connection.downSince = Date.now();
    return;
  }
  const wasCutOff = cutOff.value || keptCount.value > 0;
  connection.downSince = 0;
  const sent = flush();
  if (wasCutOff) say(w.value.link.back(sent));
  const entry = current.value;
  if (entry && !entry.state) void openTicket(entry.id);
}

whenSent((item, posted) => {
  const entry = known(item.ticket);
  if (entry?.state && entry.state.seq < posted.seq) setTimeout(() => lagging(item.ticket, posted.seq), 1_000);
  if (entry?.state?.messages.some((message) => message.client_id === item.client_id)) arrived(item.client_id);
  if (posted.removed.length || posted.notice) {
    const names = posted.removed.map((name) => w.value.talk.secrets[name] ?? w.value.talk.secret);
    say(posted.notice ?? `${w.value.composer.notice} ${names.join(", ")}`);
  }
});

/** Shows a ticket: from this tab's memory at once, from the server otherwise; then follows it live. */
export async function openTicket(id: number): Promise<void> {
  const before = current.value?.id;
  if (before !== undefined && before !== id) link.unwatch(before);
  setOpen(id);
  const entry = entryOf(id);
  if (!entry.state) await readTicket(entry);
  if (current.value?.id !== id || !entry.state) return;
  for (const message of entry.state.messages) arrived(message.client_id);
  link.watch(id, () => entry.state?.seq ?? 0);
}

function closeTicket(): void {
  if (current.value) link.unwatch(current.value.id);
  setOpen(null);
}

let started = false;

/** Starts once somebody is signed in, and goes on for as long as the page lives, whoever signs in next. */
export function startDesk(): void {
  if (started) return;
  started = true;
  effectScope(true).run(follow);
}

function follow(): void {
  watch(
    [() => session.state, place],
    ([state, at]) => {
      if (state !== "in") return;
      if (at.name === "ticket") void openTicket(at.id);
      else closeTicket();
    },
    { immediate: true },
  );
  watch(
    () => session.state,
    (state) => {
      if (state !== "in" || !may("inbox.see")) {
        link.stop();
        return;
      }
      void readInbox();
      link.start();
      void adopt();
    },
    { immediate: true },
  );
  watch(
    [waitingForMe, () => current.value?.state?.ticket.number, () => session.state, calling],
    ([count, number, state, call]) => {
      const name = state === "in" && number ? `${number} · Farol` : "Farol";
      document.title = state !== "in" ? "Farol" : call ? `● ${call} · ${name}` : count ? `(${count}) ${name}` : name;
    },
    { immediate: true },
  );
  addEventListener("online", () => link.wake());
  document.addEventListener("visibilitychange", () => document.hidden || link.wake());
}
