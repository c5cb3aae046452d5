/** The phone desk: who waits and who speaks, in a ticket the calls that belong to it. */
import { defineAsyncComponent } from "vue";
import { addScreen } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { addLine } from "@/ticket/lines";
import { follow, waiting } from "./store";
import { title } from "./title";

addScreen({
  name: "phone", path: "phone", icon: "i-phone", title: () => title.value.title, right: "call.see", order: 21, badge: waiting, view: () => import("./PhoneScreen.vue"),
});
fill("banners", { id: "phone", order: 2, right: "call.see", view: defineAsyncComponent(() => import("./TicketBar.vue")) });
fill("side", { id: "phone", order: 23, right: "call.see", view: defineAsyncComponent(() => import("./TicketCalls.vue")) });
fill("layer", { id: "phone", right: "call.work", view: defineAsyncComponent(() => import("./PhoneLayer.vue")) });
addLine("phone_call.noted", ({ body }) => title.value.lines[String(body.what)]?.(body) ?? null, "i-phone");

follow();
