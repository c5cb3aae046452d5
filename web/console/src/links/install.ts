/** Links: a section of the side panel, and lines in the conversation. */
import { actorName } from "@/kit/people";
import { fill } from "@/kit/slots";
import { addLine } from "@/ticket/lines";
import type { Side } from "./api";
import LinksSection from "./LinksSection.vue";
import { words } from "./words";

fill("side", { id: "links", order: 60, view: LinksSection });
addLine("ticket.linked", ({ body, by }) => words.value.lines.linked(actorName(by, ""), words.value.sides[body.side as Side], String(body.number)), "i-link");
addLine("ticket.unlinked", ({ body, by }) => words.value.lines.unlinked(actorName(by, ""), String(body.number)), "i-link");
