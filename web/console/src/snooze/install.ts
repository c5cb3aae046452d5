/** Putting aside: a verb, bars under the header, lines in the conversation, and for leads how long customers are waited for. */
import { openOverlay } from "@/kit/overlay";
import { actorName, may } from "@/kit/people";
import { addSetting } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import { addKeys } from "@/palette/keys";
import { addLine } from "@/ticket/lines";
import AsideBars from "./AsideBars.vue";
import SnoozeVerb from "./SnoozeVerb.vue";
import { follow, timeOf } from "./store";
import { words } from "./words";

fill("verbs", { id: "snooze", order: 40, right: "ticket.reply", view: SnoozeVerb });
fill("banners", { id: "aside", order: 60, view: AsideBars });
addSetting({
  path: "pending", title: () => words.value.rule.title, group: "desk", right: "field.manage", order: 63, view: () => import("./RuleSettings.vue"),
});
addCommands(() => (may("ticket.reply") ? [{ id: "snooze", icon: "i-snooze", label: words.value.snooze, combo: "KeyH", menu: "phone" as const, run: () => openOverlay("snooze") }] : []), "ticket");
addKeys("ticket", () => words.value.snooze, "KeyH");

addLine("ticket.snoozed", ({ body, by }) => words.value.lines.snoozed(actorName(by, ""), timeOf(String(body.until)), String(body.note ?? "")), "i-snooze");
addLine("ticket.woken", ({ body, by }) => words.value.lines.woken[String(body.why)]?.(actorName(by, "")) ?? null, "i-snooze");
addLine("pending.reminded", ({ body }) => words.value.lines.reminded(Number(body.silent_h)), "i-clock");
addLine("pending.ended", () => words.value.lines.ended, "i-clock");
follow();
