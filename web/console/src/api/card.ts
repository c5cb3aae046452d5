/** The case card of a ticket: who said what of each slot, where sources differ, what the exchange says, what to do next. */
import type { Checklist } from "@/checklists/api";
import type { Field, Value } from "@/fields/api";
import type { ExchangeView, Truth, Words } from "./exchange";

export type Source = "staff" | "exchange" | "customer" | "screenshot";

/** What one source says of a slot. readings: of a time that can mean several. sure: a checksum, the exchange or a person stands behind it. */
export interface Said {
  source: Source;
  value: Exclude<Value, null>;
  words: string;
  ref: string;
  at: string | null;
  readings: { begin: string; end: string }[];
  sure: boolean;
}

/** told: the exchange can supply it, so nobody is asked. */
export interface Slot {
  field: Field;
  state: "filled" | "offered" | "conflict" | "missing";
  value: Value;
  said: Said[];
  told: boolean;
}

export interface Next {
  code: string;
  step: "wait" | "say" | "ask" | "check" | "settle" | "recover" | "resolve" | "procedure";
  words: Words;
  why: Words;
  slots: string[];
  link: string;
}

/** What the exchange says that speaks for the reason. */
export interface Fact {
  code: string;
  zh: string;
  en: string;
  ref: string;
}

/** A macro that fits what the exchange says, or the reason. */
export interface Answer {
  macro_id: number;
  shortcut: string;
  zh: string;
  en: string;
}

export interface Card {
  ticket: string;
  reason: string | null;
  core: "ok" | "down" | "refused" | "not_offered" | "visitor";
  exchange: ExchangeView;
  slots: Slot[];
  truths: Truth[];
  codes: { code: string; kind: string; cause: Words; fix: Words; article: string; ref: string }[];
  facts: Fact[];
  subject: string;
  choices: string[];
  checklist: Checklist;
  next: Next | null;
  then: Next[];
  answers: Answer[];
}
