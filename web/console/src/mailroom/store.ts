/** The mail of the open ticket, and how much lies aside for the rail's badge. */
import { effectScope, shallowReactive, shallowRef, watch } from "vue";
import { openOverlay } from "@/kit/overlay";
import { may } from "@/kit/people";
import { session } from "@/kit/session";
import { connection } from "@/live/desk";
import { current, ticketOf } from "@/ticket/store";
import * as api from "./api";

/** All that is known of a ticket's mail. */
export interface Post {
  mails: api.Mail[];
  letters: api.Letters;
  readers: api.Reader[];
}

const KEEP = 30;
/** A letter is on its way a moment after its message. */
const SETTLES_MS = 4_000;
const EVERY_MS = 60_000;
const read = shallowReactive(new Map<number, Post>());

export const postOf = (ticket: number): Post | undefined => read.get(ticket);
export const hasPost = (post: Post | undefined): boolean =>
  !!post && (post.mails.length > 0 || post.letters.mails.length > 0 || post.letters.suppressed.length > 0 || post.readers.some((one) => one.state !== "removed"));
export const mailOf = (ticket: number, seq: number): api.Mail | undefined => read.get(ticket)?.mails.find((one) => one.seq === seq);
/** Mails of ours whose last message this is. */
export const lettersOf = (ticket: number, seq: number): api.Letter[] => read.get(ticket)?.letters.mails.filter((one) => one.upto_seq === seq) ?? [];

export async function readPost(ticket: number): Promise<void> {
  const found = await Promise.all([api.mails(ticket), api.letters(ticket), api.readers(ticket)]).catch(() => null);
  if (!found) return;
  const [{ mails }, letters, { readers }] = found;
  read.delete(ticket);
  read.set(ticket, { mails, letters, readers });
  for (const old of read.keys()) {
    if (read.size <= KEEP) break;
    read.delete(old);
  }
}

/** The mail whose original is looked at. */
export const looked = shallowRef<{ ticket: number; mail: number } | null>(null);
export function lookAt(ticket: number, mail: number): void {
  looked.value = { ticket, mail };
  openOverlay("mail-original");
}

/** How many mails lie aside. */
export const waiting = shallowRef(0);
export const count = async (): Promise<void> => void (waiting.value = (await api.counts().catch(() => ({ total: waiting.value }))).total);

/** Follows the open ticket, and the number of mails aside, for as long as the page lives. */
export function follow(): void {
  const on = () => session.state === "in" && may("mail.release") && connection.state !== "offline";
  effectScope(true).run(() => {
    watch(
      () => [current.value?.id ?? 0, current.value ? ticketOf(current.value)?.last_words?.at : null] as const,
      ([ticket], before) => {
        if (!ticket || !may("ticket.see")) return;
        void readPost(ticket);
        if (before?.[0] === ticket) setTimeout(() => void (current.value?.id === ticket && readPost(ticket)), SETTLES_MS);
      },
      { immediate: true },
    );
    watch(on, (now) => now && void count(), { immediate: true });
  });
  setInterval(() => {
    if (document.visibilityState !== "visible" || !on()) return;
    void count();
    const ticket = current.value?.id;
    if (ticket && read.get(ticket)?.letters.mails.some((one) => one.state === "queued" || one.state === "delayed" || one.state === "sent")) void readPost(ticket);
  }, EVERY_MS);
}
