/** What stands on the tickets on screen. */
import { may } from "@/kit/people";
import { perTicket } from "@/threads/perTicket";
import { desk, type Desk } from "./api";

const KINDS = ["asked", "proven", "failed", "locked", "revoked", "codes_denied", "review_opened", "review_done"].map((kind) => `identity.${kind}`);

const known = perTicket<Desk>(desk, KINDS, [], () => may("customer.see"));
export const deskOf = known.of;
export const readDesk = known.read;
