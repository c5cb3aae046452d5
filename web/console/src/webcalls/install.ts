/** Calls with customers in the widget: a bar in the ticket, a verb to offer one, and who waits. */
import { may } from "@/kit/people";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import { current, ticketOf } from "@/ticket/store";
import CallBar from "./CallBar.vue";
import { calls, mine, offer, watchCalls } from "./store";
import WaitingCalls from "./WaitingCalls.vue";
import "./webcalls.css";
import { words } from "./words";

fill("banners", { id: "webcall", order: 1, view: CallBar });
fill("layer", { id: "webcalls", right: "ticket.reply", view: WaitingCalls });

addCommands(() => {
  const ticket = current.value && ticketOf(current.value);
  if (!ticket || !may("ticket.reply") || ticket.status === "closed" || mine.value || calls.get(ticket.id)?.call?.state === "asked") return [];
  return [{ id: "offer-call", icon: "i-phone", label: words.value.offer, menu: "always" as const, run: () => void offer(ticket.id) }];
}, "ticket");

watchCalls();
