/** The case card and the evidence of a ticket, in the side panel; lines of what was done to evidence in the conversation. */
import { actorName } from "@/kit/people";
import { fill } from "@/kit/slots";
import { addLine } from "@/ticket/lines";
import CaseSection from "./CaseSection.vue";
import EvidenceSection from "./EvidenceSection.vue";
import { follow } from "./store";
import { words } from "./words";

fill("seen", { id: "case", order: 10, right: "customer.see", view: CaseSection });
fill("side", { id: "evidence", order: 22, right: "ticket.see", view: EvidenceSection });
addLine("evidence.labelled", ({ body, by }) => words.value.lines.labelled(actorName(by, ""), String(body.file_name), String(body.label)), "i-doc");
addLine("evidence.pinned", ({ body, by }) => words.value.lines.pinned(actorName(by, ""), String(body.file_name), Boolean(body.pinned)), "i-flag");
addLine("evidence.listed", ({ body, by }) => words.value.lines.listed(actorName(by, ""), Number(body.pieces)), "i-doc");
follow();
