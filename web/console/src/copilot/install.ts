/** The copilot beside a ticket, why the assistant said something, and how it is set. Each is loaded when it is first shown. */
import { defineAsyncComponent } from "vue";
import { addSetting } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { names } from "./names";
import WhyLayer from "./WhyLayer.vue";
import WhyLink from "./WhyLink.vue";

fill("side", { id: "copilot", order: 4, right: "ticket.see", view: defineAsyncComponent(() => import("./CopilotSection.vue")) });
fill("message", { id: "why-said", order: 90, right: "ticket.see", view: WhyLink });
fill("layer", { id: "why-said", right: "ticket.see", view: WhyLayer });
addSetting({ path: "assistant", title: () => names.value.assistant, words: () => names.value.find, group: "desk", right: "rule.manage", order: 24, view: () => import("./AssistantSettings.vue") });
