/** Rules and acknowledging: settings for who manages them, a trace in every ticket, lines in the conversation. */
import { addSetting } from "@/kit/screens";
import { fill } from "@/kit/slots";
import type { Outcome } from "@/macros/api";
import { outcomesText } from "@/macros/effects";
import { addLine } from "@/ticket/lines";
import { language } from "@/words";
import TraceSection from "./TraceSection.vue";
import { words } from "./words";

addSetting({ path: "rules", title: () => words.value.rules, group: "desk", right: "rule.manage", order: 21, view: () => import("./RuleSettings.vue") });
addSetting({ path: "acknowledgement", title: () => words.value.ack.title, group: "desk", right: "rule.manage", order: 22, view: () => import("./AcknowledgeSettings.vue") });
fill("side", { id: "rules", order: 90, right: "ticket.see", view: TraceSection });
addLine("rule.applied", ({ body }) => {
  const done = outcomesText(body.outcomes as Outcome[]);
  return done ? words.value.applied(String(body[language.value]), done) : null;
}, "i-bolt");
