/** The macros this person has, and what is planned for the next reply of each ticket. */
import { shallowReactive } from "vue";
import { say } from "@/kit/toast";
import { onHappened } from "@/live/heard";
import { draftOf, keep } from "@/ticket/drafts";
import { session } from "@/kit/session";
import { language, whyOf } from "@/words";
import * as api from "./api";
import { withBlanks } from "./fuzzy";
import { words } from "./words";

const OLD_MS = 60_000;
export const known = shallowReactive({ macros: null as api.Macro[] | null, variables: [] as string[], effects: [] as string[], at: 0 });
export const nameOf = (one: { name_zh: string; name_en: string }): string => (language.value === "zh" ? one.name_zh : one.name_en);

/** Reads them, unless they were read a moment ago. */
export async function readMacros(again = false): Promise<void> {
  if (!again && known.macros && Date.now() - known.at < OLD_MS) return;
  const found = await api.macros();
  Object.assign(known, { ...found, at: Date.now() });
}

const plans = shallowReactive(new Map<number, api.Planned>());
const asked = new Set<number>();
export const planOf = (ticket: number): api.Planned | null => plans.get(ticket) ?? null;

/** What was planned in another tab or before a reload. */
export async function readPlan(ticket: number): Promise<void> {
  if (asked.has(ticket)) return;
  asked.add(ticket);
  const found = await api.planned(ticket).catch(() => null);
  if (found) plans.set(ticket, found);
}

export async function dropPlan(ticket: number): Promise<void> {
  plans.delete(ticket);
  await api.unplan(ticket).catch(() => undefined);
}

/** Puts a macro into the reply, filled with what was given for its blanks; what it does is planned for the sending. */
export async function insert(ticket: number, shown: api.Prepared, given: Record<string, string>): Promise<void> {
  let prepared = shown;
  try {
    prepared = await api.plan(ticket, shown.macro_id);
    asked.add(ticket);
    plans.set(ticket, { ...prepared });
  } catch (error) {
    if (shown.effects.length) say(words.value.notPlanned(whyOf(error)));
  }
  const text = withBlanks(prepared.text, given);
  if (!text) return;
  const draft = draftOf(ticket);
  draft.mode = "reply";
  draft.reply = [draft.reply.trimEnd(), text].filter(Boolean).join("\n\n");
  keep(ticket);
}

export function follow(): void {
  onHappened("macro.applied", (frame) => {
    if (frame.by === `staff:${session.me?.id ?? 0}`) plans.delete(frame.ticket);
  });
}
