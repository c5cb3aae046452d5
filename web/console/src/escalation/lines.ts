/** What escalations say between the messages. */
import { actorName, nameOf } from "@/kit/people";
import { addLine } from "@/ticket/lines";
import type { Hold } from "./api";
import { ladderName } from "./shown";
import { words as portal } from "@/portal/words";
import { words } from "./words";

const text = (value: unknown): string => String(value ?? "");
const who = (value: unknown): string => nameOf(Number(value));

export function tellLines(): void {
  addLine("escalation.started", ({ body, by }) => {
    const { lines } = words.value;
    const [whom, name] = [who(body.owner_id), ladderName(text(body.name))];
    if (body.cause === "promise") return lines.promise(whom);
    return body.cause === "breach" ? lines.breach(whom, name) : lines.asked(actorName(by, portal.value.customer), whom, name, text(body.why));
  }, "i-up");
  addLine("escalation.moved", ({ body }) => {
    const { lines, wentOn } = words.value;
    if (body.was_id === body.owner_id) return lines.stays(who(body.owner_id));
    if (body.why === "taken") return lines.took(who(body.owner_id), who(body.was_id));
    return lines.moved(who(body.was_id), who(body.owner_id), wentOn[body.why as NonNullable<Hold["why"]>] ?? "", text(body.words));
  }, "i-up");
  addLine("escalation.acknowledged", ({ body }) => words.value.lines.acknowledged(who(body.owner_id)), "i-up");
  addLine("escalation.ended", ({ body }) => {
    const what = words.value.outcomes[text(body.outcome)] ?? text(body.outcome);
    return body.cause === "promise" ? words.value.lines.reviewed(what, text(body.words)) : words.value.lines.ended(what, text(body.words));
  }, "i-check");
}
