/** Side threads beside tickets, raised hands and whispers. */
import { openOverlay } from "@/kit/overlay";
import { actorName, may, nameOf } from "@/kit/people";
import { addScreen } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import { current } from "@/ticket/store";
import { addLine } from "@/ticket/lines";
import { follow, handOf, mine, readThreads, teamName } from "./store";
import { lowerHand } from "./api";
import ThreadLayer from "./ThreadLayer.vue";
import ThreadSection from "./ThreadSection.vue";
import { words } from "./words";

fill("side", { id: "threads", order: 30, right: "thread.work", view: ThreadSection });
fill("layer", { id: "threads", order: 40, right: "thread.work", view: ThreadLayer });

addScreen({
  name: "threads", path: "threads", icon: "i-chat", title: () => words.value.screen, right: "thread.work", order: 42, badge: () => mine.unread, key: "KeyT",
  view: () => import("./ThreadsScreen.vue"),
});

addCommands(() => {
  const id = current.value?.id;
  if (!id || !may("thread.work")) return [];
  const list = [{ id: "ask", icon: "i-chat", label: words.value.ask, run: () => openOverlay("ask") }];
  if (may("escalation.start") && !may("whisper")) {
    list.push(handOf(id)
      ? { id: "hand", icon: "i-flag", label: words.value.handDown, run: () => void lowerHand(id).then(() => readThreads(id)) }
      : { id: "hand", icon: "i-flag", label: words.value.hand, run: () => openOverlay("hand") });
  }
  return list;
}, "ticket");

const text = (value: unknown): string => String(value ?? "");
addLine("thread.opened", ({ body, by }) => {
  const people = (body.people as number[]).filter((id) => `staff:${id}` !== by).map(nameOf);
  return words.value.lines.opened(actorName(by, ""), text(body.title), [...(body.teams as string[]).map(teamName), ...people].join(", ") || words.value.somebodyOutside);
}, "i-chat");
addLine("thread.closed", ({ body, by }) => words.value.lines.closed(actorName(by, ""), text(body.title)), "i-chat");
addLine("thread.reopened", ({ body, by }) => words.value.lines.reopened(actorName(by, ""), text(body.title)), "i-chat");
addLine("thread.outsider_added", ({ body, by }) => words.value.lines.outside(actorName(by, ""), text(body.address), text(body.title)), "i-mail");
addLine("thread.outsider_removed", ({ body, by }) => words.value.lines.outsideGone(actorName(by, ""), text(body.address), text(body.title)), "i-mail");
addLine("hand.raised", ({ body, by }) => words.value.lines.raised(actorName(by, ""), text(body.words)));
addLine("hand.lowered", ({ body, by }) => words.value.lines.lowered(actorName(by, ""), nameOf(Number(body.staff_id))));

follow();
