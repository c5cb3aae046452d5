/** What of an emergency stands in the conversation. */
import { secondUtc } from "@/kit/time";
import { codeWords } from "@/side/codes";
import { addLine } from "@/ticket/lines";
import { language } from "@/words";
import { words } from "./words";

export function tellLines(): void {
  const lines = () => words.value.lines;
  addLine("emergency.raised", ({ body }) => lines().raised(words.value.kinds[String(body.what)] ?? ""), "i-freeze");
  // Ringing may go on for hours: its first round stands here, the rest in the case.
  addLine("emergency.rung", ({ body }) => {
    const round = Number(body.round);
    if (round === 1) return lines().rung((body.staff_ids as unknown[]).length, Number(body.position));
    return round === 2 && Number(body.position) === 1 ? lines().rungAgain : null;
  }, "i-bell");
  addLine("emergency.taken", ({ body }) => lines().taken(String(body.name)), "i-user");
  addLine("emergency.promise_missed", () => lines().overdue, "i-alert");
  addLine("emergency.freeze_asked", ({ body }) => lines().asked(words.value.proofs[String(body.proof)] ?? ""), "i-freeze");
  addLine("emergency.freeze_put_off", () => lines().waiting, "i-clock");
  addLine("emergency.frozen", ({ body }) => lines().frozen(secondUtc(String(body.at)), Number(body.cancelled)), "i-freeze");
  addLine("emergency.freeze_refused", ({ body }) => lines().refused(codeWords(String(body.why), language.value)), "i-alert");
  addLine("emergency.freeze_confirmed", () => lines().confirmed, "i-lock");
  addLine("emergency.freeze_lifted", () => lines().lifted, "i-lock");
  addLine("emergency.sealed", () => lines().sealed, "i-lock");
  addLine("emergency.answered", () => lines().answered, "i-check");
  addLine("emergency.thaw_asked", ({ body }) => lines().thaw(secondUtc(String(body.not_before))), "i-clock");
  addLine("emergency.thaw_stopped", () => lines().stopped, "i-x");
  addLine("emergency.ended", ({ body }) => lines().ended(words.value.outcomes[String(body.outcome)] ?? ""), "i-check");
}
