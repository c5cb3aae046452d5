/** Types of events beside what came of them: offered ones, and those that came without being named. */
import type { Came, Offer } from "./api";

export interface TypeRow {
  type: string;
  came: Came | null;
  /** Whether the exchange names it; null while it has not said what it offers. */
  named: boolean | null;
}

export function typeRows(offer: Offer | null, came: readonly Came[]): TypeRow[] {
  const offered = new Set(offer ? [...offer.events.flatMap((kind) => kind.types), ...offer.strange] : []);
  const arrived = new Map(came.map((one) => [one.type, one]));
  const known = offer ? offer.events.flatMap((kind) => kind.types) : [];
  return [...new Set([...known, ...arrived.keys()])].sort().map((type) => ({
    type, came: arrived.get(type) ?? null, named: offer ? offered.has(type) : null,
  }));
}
