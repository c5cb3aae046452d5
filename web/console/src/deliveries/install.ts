/** Messengers in a ticket: how each message went out, and where the customer can be reached. */
import { defineAsyncComponent } from "vue";
import { fill } from "@/kit/slots";
import "./lines";
import "./moved";

fill("message", { id: "delivery", order: 50, right: "ticket.see", view: defineAsyncComponent(() => import("./DeliveryLine.vue")) });
fill("banners", { id: "reach", right: "ticket.see", view: defineAsyncComponent(() => import("./ReachBar.vue")) });
fill("side", { id: "reach", order: 24, right: "ticket.see", view: defineAsyncComponent(() => import("./ReachSection.vue")) });
