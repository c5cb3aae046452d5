/** The route of triage: why a ticket has its reason. */
import { ask } from "@/api/http";
import type { Language } from "@/api/types";

export interface Fact extends Record<Language, string> {
  code: string;
  strength: number;
  ref: string;
}
export interface Candidate {
  reason: string;
  score: number;
  text: number;
  state: number;
  facts: Fact[];
}
export type Basis = "crisis" | "theft" | "not_me" | "complaint" | "pointed" | "state" | "words" | "guess" | "nothing";
export interface Decision {
  reason: string;
  severity: string;
  basis: Basis;
  families: Record<string, number>;
  candidates: Candidate[];
  heard: string[];
  /** The exchange did not answer. */
  without: boolean;
  /** There is an account to ask about. */
  known: boolean;
  /** Read to why it is missing: down, late, refused, not_offered. */
  missing: Record<string, string>;
}
export interface Triage {
  decision: Decision | null;
  at: string | null;
  again: boolean;
  kept: boolean;
  corrected: { was: string; reason: string; by: string; at: string } | null;
}

export const read = (ticket: number) => ask<Triage>("GET", `/tickets/${ticket}/triage`);
