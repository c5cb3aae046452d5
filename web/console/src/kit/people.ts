/** Names and labels by id and code, from the lists read at sign-in. */
import { shallowReactive } from "vue";
import type { Language, Person, Ticket } from "@/api/types";
import { language, w } from "@/words";
import { session } from "./session";

export const nameOf = (id: number): string =>
  session.staff.find((one) => one.id === id)?.name ?? (id === session.me?.id ? session.me.name : `#${id}`);

export const ownerName = (owner: Person | null): string | null => (owner ? owner.name || nameOf(owner.id) : null);

/** Rules that acted, by what the events call them ("rule:7"). The feature that knows their names puts them here. */
export const ruleNames = shallowReactive(new Map<string, Record<Language, string>>());

/** "staff:3" as a name, "rule:7" as Rule “name”, the system as Farol. */
export function actorName(ref: string | undefined, customer: string): string {
  const [kind, id] = (ref ?? "").split(":");
  if (kind === "staff") return nameOf(Number(id));
  if (kind === "rule") return w.value.talk.rule(ruleNames.get(ref!)?.[language.value] ?? `#${id}`);
  if (kind === "assistant") return w.value.talk.bot;
  return kind === "customer" ? customer : kind === "system" || kind === "triage" ? "Farol" : w.value.talk.somebody;
}

export function reasonLabel(code: string | null, fallback: Record<Language, string> | null = null): string {
  if (!code) return "";
  const reason = session.reasons.find((one) => one.code === code);
  const label = (reason ?? fallback)?.[language.value] ?? code;
  return label.replaceAll(/(?<=[\p{Script=Han}）]):/gu, "：");
}

export const ticketReason = (ticket: Pick<Ticket, "reason" | "reason_label">): string =>
  reasonLabel(ticket.reason, ticket.reason_label);

/** Letters for a face: "ML" of Mei Lin (two of the first name would read "Me"), "Ot", "陈". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = [...words[0]!];
  if (/\p{Script=Han}/u.test(letters[0] ?? "")) return letters[0]!;
  const last = words.length > 1 ? [...words.at(-1)!][0]! : (letters[1] ?? "");
  return (letters[0] ?? "") + last;
}

export const may = (right: string): boolean => session.me?.can.includes(right) ?? false;
