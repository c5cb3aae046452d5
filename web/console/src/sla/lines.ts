/** What clocks and promises say between the messages. */
import { actorName, nameOf } from "@/kit/people";
import { addLine } from "@/ticket/lines";
import type { Kind } from "./api";
import { utcOf } from "./shown";
import { words } from "./words";

const at = (value: unknown): string => utcOf(String(value));

export function tellLines(): void {
  addLine("promise.made", ({ body, by }) => words.value.lines.made(actorName(by, ""), at(body.by)));
  addLine("promise.moved", ({ body, by }) => words.value.lines.moved(actorName(by, ""), at(body.was), at(body.by)));
  addLine("promise.kept", ({ body }) => words.value.lines.kept(at(body.by)), "i-check");
  addLine("promise.broken", ({ body }) => words.value.lines.broken(at(body.by), nameOf(Number(body.staff_id))), "i-alert");
  // A promise that passes tells so itself.
  addLine("clock.breached", ({ body }) => {
    const kind = body.clock as Kind;
    return kind === "update" ? null : words.value.lines.breached(words.value.kindNames[kind], at(body.due_at));
  }, "i-clock");
}
