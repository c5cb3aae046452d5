/** Code of the loader that the panel uses too: handed over, so that nobody loads it twice. */
import { factsOf, sortedItems, sortedTickets, standing } from "../model/home";
import { fingerprint } from "../../../live/ids";
import { filled } from "../texts";
import { span } from "../model/wait";
import { askHost, boxKey, storedSession, stores, whoOf } from "./session";

export const shared = {
  askHost, boxKey, factsOf, filled, fingerprint, sortedItems, sortedTickets, span, standing, storedSession, stores, whoOf,
};
export type Shared = typeof shared;
