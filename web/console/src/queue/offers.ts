/** How an offer ended, as far as this screen can tell. Pure. */
import type { Offer } from "./api";

/** taken: by me. unanswered: its time ran out. elsewhere: somebody else has it, or nobody waits any more. mine: I let it go. */
export type End = "taken" | "unanswered" | "elsewhere" | "mine";

/** The server's clock and this one may differ by about so much. */
const SKEW_MS = 1_500;

/** `did`: what I did with this offer here; `owner`: who has the ticket now, if known; `open`: it is on my screen. */
export function endOf(
  offer: Pick<Offer, "deadline">,
  now: number,
  { did, mine, open }: { did: "took" | "declined" | null; mine: boolean; open: boolean },
): End {
  if (did === "declined") return "mine";
  if (did === "took" || mine || open) return "taken";
  return now >= Date.parse(offer.deadline) - SKEW_MS ? "unanswered" : "elsewhere";
}

/** Whole seconds left to answer, never below zero. */
export const secondsLeft = (deadline: string, now: number): number => Math.max(0, Math.ceil((Date.parse(deadline) - now) / 1_000));

/** What is left of the time to answer, 1 to 0. */
export function shareLeft({ offered_at, deadline }: Pick<Offer, "offered_at" | "deadline">, now: number): number {
  const whole = Date.parse(deadline) - Date.parse(offered_at);
  return whole > 0 ? Math.min(1, Math.max(0, (Date.parse(deadline) - now) / whole)) : 0;
}

/** Offers of one person, most severe first, then whose time runs out soonest. */
export const inOrder = (offers: readonly Offer[]): Offer[] =>
  [...offers].sort((a, b) => a.severity.localeCompare(b.severity) || a.deadline.localeCompare(b.deadline));

/** The offer to show: the first, but never another one under a pointer or focus that rests on the one shown. */
export const stays = (offers: readonly Offer[], shown: number | undefined, held: boolean): Offer | null =>
  (held ? offers.find((one) => one.ticket === shown) : undefined) ?? offers[0] ?? null;
