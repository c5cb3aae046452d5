/** What the exchange said about each ticket, when, and whether it answers now. */
import { shallowReactive } from "vue";
import * as api from "@/api/calls";
import type { Card } from "@/api/card";
import type { ExchangeView, Trace } from "@/api/exchange";

export interface Case {
  view: ExchangeView | null;
  /** The case card that came with it. */
  card: Card | null;
  /** When this tab received it, milliseconds. */
  readAt: number;
  loading: boolean;
  /** Farol itself could not be asked. */
  failed: boolean;
}

const cases = new Map<number, Case>();

export function caseOf(ticket: number): Case {
  let one = cases.get(ticket);
  if (!one) cases.set(ticket, (one = shallowReactive<Case>({ view: null, card: null, readAt: 0, loading: false, failed: false })));
  return one;
}

export async function readCase(ticket: number): Promise<void> {
  const one = caseOf(ticket);
  if (one.loading) return;
  one.loading = true;
  try {
    const card = await api.card(ticket);
    const view = card.exchange;
    one.card = card;
    // When the exchange is silent, what it said before stays visible, with its age.
    one.view = view.ok || !one.view ? view : { ...one.view, ok: false };
    one.readAt = Date.now();
    one.failed = false;
  } catch {
    one.failed = true;
  } finally {
    one.loading = false;
  }
}

/** Something here still changes by itself: worth asking again now and then. */
export const isMoving = (view: ExchangeView | null): boolean =>
  !!view && (!view.ok || view.found.some(({ trace }) => trace !== null && traceMoves(trace)) || view.items.some((item) => item.tone === "moving"));

export const traceMoves = (trace: Trace): boolean => (trace.credited ? !trace.withdrawable : trace.found === "ours") && trace.mine;
