/**
 * Places on the desk that features fill. A feature's `install.ts` puts a component into a place; the desk draws what is there,
 * in order, for those who hold the right. Nothing here knows any feature.
 */
import { type Component, shallowReactive } from "vue";
import { may } from "./people";

/**
 * The places, with the props their pieces get. With `entry`, the open ticket: "facts" (chips in its header's line of facts),
 * "verbs" (before the header's own), "banners" (bars under the header), "side" (sections of the side panel), "seen" (under what the exchange sees, at its top), "tools" (the
 * composer's foot). With `ticket`, its id, and `message`: "message" (under the words of each). With `row`: "row" (extras of an inbox row). Without: "list" (above the inbox list), "rail" (its end),
 * "layer" (dialogs and bars above everything, always mounted: each shows itself when `overlay.value` is its own name).
 * With `article`, the id of one in the knowledge base: "article" (under its head).
 */
export type Slot = "facts" | "verbs" | "banners" | "side" | "seen" | "tools" | "message" | "row" | "list" | "rail" | "layer" | "article";

export interface Piece {
  id: string;
  /** Lower comes first; 100 where nothing is said. */
  order?: number;
  /** The right somebody must hold to see it. */
  right?: string;
  view: Component;
}

const filled = shallowReactive(new Map<Slot, readonly Piece[]>());

/** Puts a piece into a place. A second piece of the same id replaces the first. */
export function fill(slot: Slot, piece: Piece): void {
  const others = (filled.get(slot) ?? []).filter((one) => one.id !== piece.id);
  filled.set(slot, [...others, piece].sort((a, b) => (a.order ?? 100) - (b.order ?? 100)));
}

/** What this person sees in a place, in order. */
export const piecesOf = (slot: Slot): readonly Piece[] => (filled.get(slot) ?? []).filter((one) => !one.right || may(one.right));
