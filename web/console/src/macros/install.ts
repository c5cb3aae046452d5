/** Macros and the guard: in the composer, in a palette of their own, in the settings, and as lines in the conversation. */
import { openOverlay } from "@/kit/overlay";
import { actorName, may } from "@/kit/people";
import { addSetting } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import { addKeys } from "@/palette/keys";
import { addLine } from "@/ticket/lines";
import type { Outcome } from "./api";
import { outcomesText } from "./effects";
import GuardNotes from "./GuardNotes.vue";
import MacroLayer from "./MacroLayer.vue";
import MacroTool from "./MacroTool.vue";
import { follow, nameOf } from "./store";
import { words } from "./words";

fill("tools", { id: "guard", order: 1, right: "ticket.reply", view: GuardNotes });
fill("tools", { id: "macros", order: 10, right: "ticket.reply", view: MacroTool });
fill("layer", { id: "macros", right: "ticket.reply", view: MacroLayer });
addSetting({ path: "macros", title: () => words.value.macros, group: "desk", right: "ticket.note", order: 20, view: () => import("./MacroSettings.vue") });
addCommands(() => (may("ticket.reply") ? [{ id: "macros", icon: "i-bolt", label: words.value.open, run: () => openOverlay("macros") }] : []), "ticket");
addKeys("write", () => words.value.open, "Slash");
addLine("macro.applied", ({ body, by }) => {
  const done = outcomesText(body.outcomes as Outcome[]);
  const name = nameOf({ name_zh: String(body.name_zh), name_en: String(body.name_en) });
  return done ? words.value.applied(actorName(by, ""), name, done) : null;
}, "i-bolt");
follow();
