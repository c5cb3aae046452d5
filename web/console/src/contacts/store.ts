/** The contact log of the open ticket's customer. */
import { may } from "@/kit/people";
import { perTicket } from "@/threads/perTicket";
import * as api from "./api";

const contacts = perTicket(api.contacts, ["promise.made", "promise.kept", "promise.broken"], [], () => may("customer.see"));
export const contactsOf = contacts.of;
