/** Identity: the level in the ticket's facts, a section of the side panel, and lines in the conversation. */
import { actorName } from "@/kit/people";
import { fill } from "@/kit/slots";
import { addLine } from "@/ticket/lines";
import IdentitySection from "./IdentitySection.vue";
import LevelChip from "./LevelChip.vue";
import { words } from "./words";

fill("side", { id: "identity", order: 5, right: "customer.see", view: IdentitySection });
fill("facts", { id: "identity", order: 60, right: "customer.see", view: LevelChip });

const way = (method: unknown) => words.value.methods[String(method)] ?? String(method);
addLine("identity.asked", ({ body, by }) => (body.way === "link" ? words.value.lines.link : words.value.lines.codes)(actorName(by, "")), "i-lock");
addLine("identity.proven", ({ body }) => words.value.lines.proven(words.value.levels[Number(body.level)] ?? "", way(body.method)), "i-check");
addLine("identity.failed", ({ body }) => words.value.lines.failed(way(body.method), Number(body.times)), "i-alert");
addLine("identity.locked", () => words.value.lines.locked, "i-lock");
addLine("identity.revoked", ({ body }) => words.value.lines.revoked(words.value.lines.whys[String(body.why)] ?? String(body.why)), "i-x");
addLine("identity.codes_denied", () => words.value.lines.denied, "i-alert");
addLine("identity.review_opened", ({ by }) => words.value.lines.opened(actorName(by, "")), "i-user");
addLine("identity.review_done", ({ body, by }) => words.value.lines[body.outcome === "agreed" ? "agreed" : "refused"](actorName(by, "")), "i-user");
