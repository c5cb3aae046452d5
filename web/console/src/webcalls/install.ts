/** Calls with customers in the widget: a bar in the ticket, a verb to offer one, and who waits. What speaks comes when it is drawn. */
import { defineAsyncComponent } from "vue";
import { may } from "@/kit/people";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import { addLine } from "@/ticket/lines";
import { current, ticketOf } from "@/ticket/store";
import { title } from "./title";

fill("banners", { id: "webcall", order: 1, view: defineAsyncComponent(() => import("./CallBar.vue")) });
fill("layer", { id: "webcalls", right: "ticket.reply", view: defineAsyncComponent(() => import("./WaitingCalls.vue")) });

addCommands(() => {
  const ticket = current.value && ticketOf(current.value);
  if (!ticket || !may("ticket.reply") || ticket.status === "closed") return [];
  return [{ id: "offer-call", icon: "i-phone", label: title.value.offer, menu: "always" as const, run: () => void import("./store").then(({ offer }) => offer(ticket.id)) }];
}, "ticket");

addLine("call.noted", ({ body }) => title.value.lines[String(body.what)]?.(body) ?? null, "i-mic");
