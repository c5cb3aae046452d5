/** Triage: why a ticket has its reason, in the side panel and as a line in the conversation. */
import type { Language } from "@/api/types";
import { reasonLabel } from "@/kit/people";
import { fill } from "@/kit/slots";
import { addLine } from "@/ticket/lines";
import { language } from "@/words";
import WhySection from "./WhySection.vue";
import { words } from "./words";

fill("side", { id: "why-reason", order: 12, right: "ticket.see", view: WhySection });
addLine("triage.sorted", ({ body }) => {
  const reason = reasonLabel(String(body.reason));
  const facts = body.facts as Record<Language, string>[];
  return body.without ? words.value.lineWithout(reason) : words.value.line(reason, facts[0]?.[language.value] ?? "");
}, "i-search");
