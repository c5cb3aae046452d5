/** Checklists: the steps of the ticket's reason in the side panel, what comes next in its facts. */
import { actorName } from "@/kit/people";
import { fill } from "@/kit/slots";
import { addKeys } from "@/palette/keys";
import { addLine } from "@/ticket/lines";
import { language } from "@/words";
import ChecklistSection from "./ChecklistSection.vue";
import NextStep from "./NextStep.vue";
import { follow } from "./store";
import { words } from "./words";

fill("side", { id: "steps", order: 10, right: "ticket.see", view: ChecklistSection });
fill("facts", { id: "next-step", order: 80, right: "ticket.note", view: NextStep });
addKeys("ticket", () => words.value.key, "Alt+Digit1");
addLine("checklist.ticked", ({ body, by }) => words.value.ticked(actorName(by, ""), String(body[language.value])), "i-check");
addLine("checklist.reopened", ({ body, by }) => words.value.opened(actorName(by, ""), String(body[language.value])), "i-refresh");
follow();
