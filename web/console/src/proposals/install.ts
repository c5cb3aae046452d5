/** Actions on accounts: the verb, the section beside the ticket, the dialog, the approvals with their badge. */
import { may } from "@/kit/people";
import { addScreen } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import { addKeys } from "@/palette/keys";
import { current } from "@/ticket/store";
import ActionsLayer from "./ActionsLayer.vue";
import ActionsSection from "./ActionsSection.vue";
import ActionsVerb from "./ActionsVerb.vue";
import { tellLines } from "./lines";
import { barOf, follow, openActions, waiting } from "./store";
import { words } from "./words";

fill("verbs", { id: "actions", order: 30, right: "action.propose", view: ActionsVerb });
fill("side", { id: "actions", order: 22, right: "action.see", view: ActionsSection });
fill("layer", { id: "actions", order: 42, right: "action.propose", view: ActionsLayer });

addScreen({
  name: "approvals", path: "approvals", icon: "i-shield", title: () => words.value.screen, right: "action.check", order: 41, badge: () => waiting.value,
  key: "KeyA", view: () => import("./ApprovalsScreen.vue"),
});
addKeys("screen", () => words.value.keyHelp, "KeyJ", "KeyK", "KeyA", "KeyR");

addCommands(() => {
  const ticket = current.value?.state ? current.value.id : null;
  if (!ticket || !may("action.propose") || !barOf(ticket)?.uid) return [];
  return [{ id: "actions", icon: "i-shield", label: words.value.verb, menu: "phone" as const, run: () => openActions() }];
}, "ticket");

tellLines();
follow();
