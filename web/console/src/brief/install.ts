/** The shift brief: its screen, a nudge above the inbox, and the line of a hand-over. */
import { addScreen } from "@/kit/screens";
import { actorName, nameOf } from "@/kit/people";
import { go } from "@/kit/route";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import { teamName } from "@/threads/store";
import { addLine } from "@/ticket/lines";
import BriefNudge from "./BriefNudge.vue";
import { follow, isUnread } from "./store";
import { words } from "./words";

addScreen({
  name: "brief", path: "brief", icon: "i-book", title: () => words.value.title, right: "brief.see", order: 50, key: "KeyB",
  badge: () => Number(isUnread()), view: () => import("./BriefScreen.vue"),
});
fill("list", { id: "brief", order: 20, right: "brief.see", view: BriefNudge });
addLine("ticket.handed_over", ({ body, by }) => {
  const who = actorName(by, "");
  if (body.to_team) return words.value.lineTeam(who, teamName(String(body.to_team)));
  return body.to_id ? words.value.lineHanded(who, nameOf(Number(body.to_id))) : words.value.lineLeft(who);
}, "i-users");
addCommands(() => [
  { id: "hand-over", icon: "i-users", label: words.value.handover, run: () => go({ name: "screen", screen: "brief", rest: "handover" }) },
]);

follow();
