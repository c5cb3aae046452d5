/** Triage: why a ticket has its reason. */
import { fill } from "@/kit/slots";
import WhySection from "./WhySection.vue";

fill("side", { id: "why-reason", order: 12, right: "ticket.see", view: WhySection });
