/** What actions on the account say between the messages. */
import { actorName } from "@/kit/people";
import { words as portal } from "@/portal/words";
import { addLine } from "@/ticket/lines";
import { labelOf } from "./labels";
import { words } from "./words";

const text = (value: unknown): string => String(value ?? "");

export function tellLines(): void {
  const who = (by: string) => actorName(by, portal.value.customer);
  addLine("proposal.made", ({ body, by }) => words.value.lines.made(who(by), labelOf(body.type), body.at_once === true), "i-shield");
  addLine("proposal.approved", ({ body, by }) => words.value.lines.approved(who(by), labelOf(body.type), Number(body.left)), "i-check");
  addLine("proposal.refused", ({ body, by }) => words.value.lines.refused(who(by), labelOf(body.type), text(body.why)), "i-x");
  addLine("proposal.withdrawn", ({ body, by }) => words.value.lines.withdrawn(who(by), labelOf(body.type)), "i-x");
  addLine("proposal.expired", ({ body }) => words.value.lines.expired(labelOf(body.type)), "i-clock");
  addLine("proposal.unproven", ({ body }) => words.value.lines.unproven(labelOf(body.type)), "i-clock");
  addLine("proposal.put_off", ({ body }) => words.value.lines.waiting(labelOf(body.type)), "i-clock");
  addLine("proposal.accepted", ({ body }) => words.value.lines.accepted(labelOf(body.type)), "i-shield");
  addLine("proposal.executed", ({ body }) => words.value.lines.executed(labelOf(body.type), text(body.action_id)), "i-check");
  addLine("proposal.failed", ({ body }) => words.value.lines.failed(labelOf(body.type), text(body.why)), "i-alert");
}
