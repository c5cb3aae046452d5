/** What became of the open ticket's messages at messengers. */
import { may } from "@/kit/people";
import { perTicket } from "@/threads/perTicket";
import * as api from "./api";

const found = perTicket(api.deliveries, ["parcel.moved"], [], () => may("ticket.see"));
export const deliveriesOf = found.of;
export const readDeliveries = found.read;
