/** Handing a ticket over with what the next one must know. */
import { openOverlay } from "@/kit/overlay";
import { actorName, nameOf } from "@/kit/people";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import { addKeys } from "@/palette/keys";
import { addLine } from "@/ticket/lines";
import { current } from "@/ticket/store";
import { teamName } from "@/threads/store";
import { mayHandOver } from "./may";
import TimesChip from "./TimesChip.vue";
import TransferBar from "./TransferBar.vue";
import TransferLayer from "./TransferLayer.vue";
import TransferSection from "./TransferSection.vue";
import TransferVerb from "./TransferVerb.vue";
import { words } from "./words";

fill("verbs", { id: "transfer", order: 60, right: "ticket.transfer", view: TransferVerb });
fill("facts", { id: "transfer", order: 60, right: "ticket.see", view: TimesChip });
fill("banners", { id: "transfer", order: 15, right: "ticket.see", view: TransferBar });
fill("side", { id: "transfer", order: 35, right: "ticket.see", view: TransferSection });
fill("layer", { id: "transfer", order: 40, right: "ticket.transfer", view: TransferLayer });

addCommands(() => (current.value && mayHandOver(current.value)
  ? [{ id: "transfer", icon: "i-users", label: words.value.title, combo: "KeyT", menu: "phone" as const, run: () => openOverlay("transfer") }] : []), "ticket");
addKeys("ticket", () => words.value.title, "KeyT");

const who = (value: unknown): string => nameOf(Number(value));
addLine("ticket.transfer_offered", ({ body, by }) =>
  words.value.lines.offered(actorName(by, ""), body.to_staff ? who(body.to_staff) : teamName(String(body.to_team))), "i-users");
addLine("ticket.handed_to_team", ({ body, by }) => words.value.lines.queued(actorName(by, ""), teamName(String(body.to_team))), "i-users");
addLine("ticket.transferred", ({ body, by }) => words.value.lines.accepted(actorName(by, ""), who(body.from_id)), "i-users");
addLine("ticket.transfer_returned", ({ body, by }) => words.value.lines.returned(actorName(by, ""), String(body.why)), "i-users");
addLine("ticket.transfer_withdrawn", ({ body, by }) =>
  (body.why === "overtaken" ? words.value.lines.overtaken : words.value.lines.withdrawn(actorName(by, ""))), "i-users");
