/** Emergencies: the bar above all others, the screen with its red badge, raising one by hand, who is rung. */
import { may } from "@/kit/people";
import { addScreen, addSetting } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { say } from "@/kit/toast";
import { addCommands } from "@/palette/commands";
import { addKeys } from "@/palette/keys";
import { current, ticketOf } from "@/ticket/store";
import { whyOf } from "@/words";
import { raise } from "./api";
import EmergencyBar from "./EmergencyBar.vue";
import { tellLines } from "./lines";
import { emergencyOf, follow, readEmergency, waiting } from "./store";
import { words } from "./words";

fill("banners", { id: "emergency", order: 1, right: "emergency.see", view: EmergencyBar });
addScreen({
  name: "emergencies", path: "emergencies", icon: "i-freeze", title: () => words.value.screen, right: "emergency.see", order: 12, badge: () => waiting.value, alarm: true,
  key: "KeyP", view: () => import("./EmergencyScreen.vue"),
});
addSetting({
  path: "emergency-rings", title: () => words.value.setting, words: () => words.value.find, group: "desk", right: "emergency.manage", order: 44,
  view: () => import("./RingSettings.vue"),
});

addKeys("screen", () => words.value.keyHelp, "KeyJ", "KeyK", "KeyT");

async function raised(ticket: number, kind: "stolen" | "risk"): Promise<void> {
  try {
    await raise(ticket, kind);
    say(words.value.raised);
  } catch (error) {
    say(whyOf(error));
  }
  void readEmergency(ticket);
}
addCommands(() => {
  const ticket = current.value && ticketOf(current.value);
  if (!ticket || !may("emergency.work") || emergencyOf(ticket.id)?.kind === "risk") return [];
  const risk = { id: "emergency-risk", icon: "i-alert", label: words.value.raiseRisk, menu: "phone" as const, run: () => void raised(ticket.id, "risk") };
  const known = emergencyOf(ticket.id);
  if (known && !known.ended_at) return [risk];
  return [{ id: "emergency-stolen", icon: "i-freeze", label: words.value.raiseStolen, menu: "phone" as const, run: () => void raised(ticket.id, "stolen") }, risk];
}, "ticket");

tellLines();
follow();
