/** Rules and acknowledging: settings for who manages them, a trace in every ticket, lines in the conversation. */
import { watch } from "vue";
import type { Language } from "@/api/types";
import { ruleNames } from "@/kit/people";
import { addSetting } from "@/kit/screens";
import { fill } from "@/kit/slots";
import type { Outcome } from "@/macros/api";
import { outcomesText } from "@/macros/effects";
import { addLine } from "@/ticket/lines";
import { current } from "@/ticket/store";
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

/** What a rule did is told by several events; only "rule.applied" carries its name. */
watch(() => current.value?.state?.lines, (lines) => {
  for (const { happened } of lines ?? []) {
    if (happened?.kind === "rule.applied") ruleNames.set(`rule:${String(happened.body.rule_id)}`, happened.body as Record<Language, string>);
  }
}, { immediate: true });
