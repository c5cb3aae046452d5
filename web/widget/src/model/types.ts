/** What the customer API and the live socket say, as the widget reads them. Times are RFC 3339 UTC. */
/** The languages of the widget; `zh` is Simplified Chinese. */
export type Lang = "zh" | "zh-Hant" | "en" | "ru" | "es" | "vi" | "tr" | "ko" | "ja" | "pt" | "ar";
/** What the exchange's items and incidents are written in. */
export type Written = "zh" | "en";
export type Words = Record<Written, string>;
export type Status = "open" | "pending" | "resolved" | "closed";
export type AuthorKind = "customer" | "staff" | "assistant" | "system";

export interface FileInfo {
  id: string;
  name: string;
  media_type: string;
  size: number;
  state: "checking" | "ready" | "opaque" | "refused";
  width: number | null;
  height: number | null;
  preview: boolean;
}

export interface Message {
  seq: number;
  client_id: string;
  author: { kind: AuthorKind; id: number; name: string };
  channel: string;
  language: string;
  body: string;
  files: FileInfo[];
  removed: string[];
  at: string;
}

export interface OwnTicket {
  id: number;
  number: string;
  subject: string;
  status: Status;
  opened_at: string;
  updated_at: string;
  last_words: { author_kind: AuthorKind; text: string; at: string } | null;
  unread: number;
  seq: number;
  /** It was merged, and goes on there. */
  continues_in?: { id: number; number: string } | null;
}

/** Where a waiting ticket stands. Seconds; null while nobody is there to answer. */
export interface Place {
  position: number;
  usually_s: number | null;
  slowest_s: number | null;
  language_online: boolean;
  /** Better to be told by mail than to wait. */
  busy?: boolean;
  /** It is not looked at before then. */
  later?: string;
  /** When somebody is there who speaks the customer's language, where nobody is now. */
  hours?: Partial<Record<Lang, string>>;
}

/** Until when we write again; broken: that moment passed without a word. */
export interface Promised {
  by: string | null;
  broken?: boolean;
}

export interface Rating {
  /** It can be said, or changed. */
  asked: boolean;
  stars: number | null;
  comment: string;
  solved: boolean | null;
}

/** Something is wrong for many. */
export interface Incident {
  id: number;
  zh: string;
  en: string;
  words_zh: string;
  words_en: string;
  since: string;
  next_update_by: string | null;
}

/** How far a side has read. */
export interface Mark {
  seq: number;
  at: string;
}
export interface Marks {
  customer: Mark | null;
  staff: Mark | null;
}

export interface TicketDetail {
  ticket: OwnTicket;
  messages: Message[];
  more: boolean;
  marks: Marks;
  seq: number;
  agent: { name: string } | null;
}

/** One of the two gates of a deposit: confirmations had and needed, and when it opens (or opened). */
export interface Gate {
  have: number;
  need: number;
  at: string | null;
}
export type Tone = "failed" | "moving" | "held" | "done";
export interface Item {
  kind: "deposit" | "withdrawal";
  id: string;
  coin: string;
  network: string;
  amount: string;
  state: string;
  tone: Tone;
  at: string;
  title: Words;
  line: Words;
  gates: { credited: Gate; withdrawable: Gate } | null;
  txid: string | null;
}

export interface Customer {
  name: string;
  language: string;
  known: boolean;
}
export interface Home {
  customer: Customer;
  items: Item[];
  tickets: OwnTicket[];
  exchange_ok: boolean;
}

export interface PostReply {
  seq: number;
  at: string;
  outcome: "new" | "again";
  removed: string[];
  notice: string | null;
}
export interface OpenReply {
  ticket: OwnTicket;
  message: { seq: number; at: string; outcome: "new" | "again" };
  removed: string[];
  notice: string | null;
}

/** A message that moves the ticket (a customer's words reopen it) carries the new status itself. */
export type Frame =
  | { t: "message"; ticket: number; seq: number; message: Message; status?: Status }
  | { t: "changed"; ticket: number; seq: number; kind: string; status?: Status }
  | { t: "read"; ticket: number; seq: number; reader: "customer" | "staff"; upto: number; at: string }
  | { t: "at"; ticket: number; seq: number }
  | { t: "typing"; ticket: number; who: { kind: AuthorKind; name: string }; on: boolean }
  | { t: "watching"; ticket: number; seq: number }
  | { t: "place"; ticket: number; place: Place | null }
  | { t: "call"; ticket: number; call: number; state: string }
  | { t: "error"; code: string }
  | { t: "pong" };

/** Where an answer of the assistant comes from. */
export interface Source {
  title: string;
  url: string;
  version: number;
  at: string | null;
  translated: boolean;
}

/** What is drawn in place of an assistant's message, whose text holds everything for who cannot draw. */
export interface Parts {
  lead: string;
  choices: { label: string }[];
  sources: Source[];
  place: { at: number; of: number } | null;
  human: boolean;
}

/** What is shown with a message: the parts of the assistant's, or the author's own words of one that a machine translated. */
export interface Shown {
  seq: number;
  parts?: Parts;
  source?: string;
  original?: string;
}
