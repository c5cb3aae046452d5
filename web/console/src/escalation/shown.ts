/** How steps and their owners read. */
import { nameOf } from "@/kit/people";
import { teamName } from "@/threads/store";
import { w } from "@/words";
import type { Escalation, Hold, Owner } from "./api";
import { words } from "./words";

const NAMED = { "Team lead, then duty manager": "plain", "Broken promise": "review", Security: "security", Wallet: "wallet" } as const;

export function ownerText(owner: Owner): string {
  if (owner.kind === "person") return nameOf(Number(owner.key));
  if (owner.kind === "role") return words.value.ownerRole(w.value.roles[owner.key] ?? owner.key);
  return owner.key ? words.value.ownerLead(teamName(owner.key)) : words.value.ownLead;
}

/** The ladders a desk begins with have names in every language; those that somebody made are as they wrote them. */
export const ladderName = (name: string): string => (name in NAMED ? words.value[NAMED[name as keyof typeof NAMED]] : name);

export const holdNow = (one: Escalation): Hold => one.holds.at(-1)!;

export const waitText = (seconds: number): string => words.value.minutes(Math.round(seconds / 60));
