/** Transfers of the open ticket. */
import { may } from "@/kit/people";
import { perTicket } from "@/threads/perTicket";
import { language } from "@/words";
import * as api from "./api";

const KINDS = ["ticket.transfer_offered", "ticket.transferred", "ticket.transfer_returned", "ticket.transfer_withdrawn", "ticket.handed_to_team"];
const transfers = perTicket(api.ofTicket, KINDS, ["transfer"], () => may("ticket.see"));
export const transfersOf = transfers.of;
export const readTransfers = transfers.read;

export const receiverName = (one: api.Transfer): string => one.to_staff?.name ?? one.to_team?.[language.value] ?? "";
