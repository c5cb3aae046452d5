/** Service levels: what is due and why, promises to customers, and for leads their calendars, policies and record. */
import { openOverlay } from "@/kit/overlay";
import { may } from "@/kit/people";
import { addSetting } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import { addKeys } from "@/palette/keys";
import { current } from "@/ticket/store";
import DueChip from "./DueChip.vue";
import { nextDue, openPromise } from "./due";
import { tellLines } from "./lines";
import PromiseBars from "./PromiseBars.vue";
import PromiseTool from "./PromiseTool.vue";
import { clocksOf, follow } from "./store";
import { words } from "./words";

fill("facts", { id: "due", order: 10, view: DueChip });
fill("banners", { id: "promise", order: 40, view: PromiseBars });
fill("tools", { id: "promise", order: 20, right: "ticket.reply", view: PromiseTool });

addSetting({
  path: "policies", title: () => words.value.settings.policies, words: () => words.value.find.policies, group: "desk", right: "sla.manage", order: 40,
  view: () => import("./PolicySettings.vue"),
});
addSetting({
  path: "calendars", title: () => words.value.settings.calendars, words: () => words.value.find.calendars, group: "desk", right: "sla.manage", order: 41,
  view: () => import("./CalendarSettings.vue"),
});
addSetting({
  path: "attainment", title: () => words.value.settings.attainment, words: () => words.value.find.attainment, group: "desk", right: "sla.manage", order: 42,
  view: () => import("./AttainmentSettings.vue"),
});

addCommands(() => {
  const id = current.value?.id ?? 0;
  const all = clocksOf(id);
  const list = [];
  if (may("ticket.reply")) list.push({ id: "promise", icon: "i-flag", label: words.value.promiseTitle, combo: "KeyP", run: () => openOverlay("promise") });
  if (may("ticket.reply") && openPromise(all)) list.push({ id: "move-promise", icon: "i-flag", label: words.value.moveTitle, run: () => openOverlay("move-promise") });
  if (nextDue(all)) list.push({ id: "why-due", icon: "i-clock", label: words.value.why.open, run: () => openOverlay("clocks") });
  return list;
}, "ticket");
addKeys("write", () => words.value.promiseTitle, "KeyP");

tellLines();
follow();
