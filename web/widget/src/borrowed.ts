/** What the loader handed over (see loader/shared.ts). Set before anything of the panel runs. */
import type { Shared } from "./loader/shared";

export let askHost: Shared["askHost"];
export let boxKey: Shared["boxKey"];
export let factsOf: Shared["factsOf"];
export let filled: Shared["filled"];
export let fingerprint: Shared["fingerprint"];
export let sortedItems: Shared["sortedItems"];
export let sortedTickets: Shared["sortedTickets"];
export let span: Shared["span"];
export let standing: Shared["standing"];
export let storedSession: Shared["storedSession"];
export let stores: Shared["stores"];
export let whoOf: Shared["whoOf"];

export function borrow(from: Shared): void {
  ({ askHost, boxKey, factsOf, filled, fingerprint, sortedItems, sortedTickets, span, standing, storedSession, stores, whoOf } = from);
}
