/** Blocked customers: a section beside the ticket, lines in it, and the list in the settings. */
import { defineAsyncComponent } from "vue";
import { actorName } from "@/kit/people";
import { addSetting } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { addLine } from "@/ticket/lines";
import { title } from "./title";

fill("side", { id: "block", order: 95, right: "customer.block", view: defineAsyncComponent(() => import("./BlockSection.vue")) });
addSetting({ path: "blocked", title: () => title.value.setting, group: "desk", right: "customer.block", order: 77, view: () => import("./BlockedSettings.vue") });
addLine("customer.blocked", ({ body, by }) => title.value.blocked(actorName(by, ""), String(body.reason)), "i-x");
addLine("customer.unblocked", ({ body, by }) => title.value.unblocked(actorName(by, ""), String(body.why)), "i-check");
