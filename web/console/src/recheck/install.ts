/** Did the fix hold: a day to look at a solved ticket again. */
import { actorName, may, nameOf } from "@/kit/people";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import { addLine } from "@/ticket/lines";
import { current, ticketOf } from "@/ticket/store";
import type { Outcome } from "./api";
import RecheckBar from "./RecheckBar.vue";
import { dayText, inDays, openRecheck } from "./store";
import { words } from "./words";

fill("banners", { id: "recheck", order: 60, right: "ticket.note", view: RecheckBar });

addCommands(() => {
  const ticket = current.value && ticketOf(current.value);
  if (!ticket || !may("ticket.note") || openRecheck(ticket.id)) return [];
  return [{ id: "recheck", icon: "i-refresh", label: words.value.command, run: () => void inDays(ticket.id, 3) }];
}, "ticket");

addLine("recheck.set", ({ body, by }) => words.value.lines.set(actorName(by, ""), dayText(String(body.due_at))), "i-refresh");
addLine("recheck.dropped", ({ by }) => words.value.lines.dropped(actorName(by, "")), "i-refresh");
addLine("recheck.reached", ({ body }) => words.value.lines.due(nameOf(Number(body.staff_id))), "i-refresh");
addLine("recheck.done", ({ body, by }) => words.value.lines.done(actorName(by, ""), words.value.outcomes[body.outcome as Outcome] ?? ""), "i-refresh");
