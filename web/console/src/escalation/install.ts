/** Escalation: the verb, the bar, the story beside the ticket, the list of what is asked of me, ladders in the settings. */
import { openOverlay } from "@/kit/overlay";
import { may } from "@/kit/people";
import { addScreen, addSetting } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import { current, ticketOf } from "@/ticket/store";
import EscalateVerb from "./EscalateVerb.vue";
import EscalationBar from "./EscalationBar.vue";
import EscalationLayer from "./EscalationLayer.vue";
import EscalationSection from "./EscalationSection.vue";
import "./icon.css";
import { tellLines } from "./lines";
import { escalationsOf, follow, waiting } from "./store";
import { words } from "./words";

fill("verbs", { id: "escalate", order: 40, right: "escalation.start", view: EscalateVerb });
fill("banners", { id: "escalation", order: 20, right: "ticket.see", view: EscalationBar });
fill("side", { id: "escalation", order: 25, right: "ticket.see", view: EscalationSection });
fill("layer", { id: "escalation", order: 40, right: "escalation.start", view: EscalationLayer });

addScreen({
  name: "escalations", path: "escalations", icon: "i-up", title: () => words.value.screen, right: "escalation.start", order: 40, badge: () => waiting.value,
  key: "KeyU", view: () => import("./EscalationsScreen.vue"),
});
addSetting({
  path: "ladders", title: () => words.value.setting, words: () => words.value.find, group: "desk", right: "escalation.manage", order: 45,
  view: () => import("./LadderSettings.vue"),
});

addCommands(() => {
  const ticket = current.value && ticketOf(current.value);
  if (!ticket || !may("escalation.start") || !["open", "pending"].includes(ticket.status)) return [];
  if (escalationsOf(ticket.id)?.escalations.some((one) => !one.ended_at && one.cause !== "promise")) return [];
  return [{ id: "escalate", icon: "i-up", label: words.value.title, menu: "phone" as const, run: () => openOverlay("escalate") }];
}, "ticket");

tellLines();
follow();
