/**
 * What the SDK offers. Built as it stands into sdk.d.ts, so nothing here imports anything. Times are RFC 3339 in UTC.
 */
export type Status = "open" | "pending" | "resolved" | "closed";
export type AuthorKind = "customer" | "staff" | "assistant" | "system";
/** connecting, live: the socket; polling: over HTTP every two seconds; offline: neither. */
export type Link = "connecting" | "live" | "polling" | "offline";

/** Codes a caller may want to tell apart. The server may answer others; `detail` always says what to do, in the customer's language. */
export type Code =
  /** No answer: no network, or the server is away. */
  | "away"
  /** The page names nobody, or the server took the session back twice. */
  | "signed_out"
  /** A report may leave only after the customer said yes. */
  | "consent_missing"
  | "identity_refused"
  | "not_signed_in"
  | "not_found"
  | "foreign_origin"
  | "too_many"
  | "too_large"
  | "invalid"
  | "empty"
  | "too_long"
  | "too_many_files"
  | "file_empty"
  | "file_refused"
  | "file_too_large"
  | "ticket_closed"
  | (string & {});

/** Every refusal. `passing`: the same request may succeed later without a change. */
export interface Trouble extends Error {
  readonly code: Code;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly detail: string;
  /** The whole problem document (RFC 9457), with extension members such as `retry_after` or `errors`. */
  readonly problem: Readonly<Record<string, unknown>>;
  readonly passing: boolean;
}

export interface Me {
  name: string;
  language: string;
  /** The exchange vouches for them. */
  known: boolean;
}

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
  /** Kinds of secrets that were taken out. */
  removed: string[];
  at: string;
}

export interface Ticket {
  id: number;
  number: string;
  subject: string;
  status: Status;
  channel: string;
  opened_at: string;
  updated_at: string;
  last_words: { author_kind: AuthorKind; text: string; at: string } | null;
  unread: number;
  seq: number;
  /** It was merged, and goes on there. */
  continues_in: { id: number; number: string } | null;
  /** What is being done now, by language. */
  stage: Record<string, string> | null;
}

export interface Mark {
  seq: number;
  at: string;
}

export interface Conversation {
  ticket: Ticket;
  /** The newest page, oldest first. */
  messages: Message[];
  /** Earlier ones exist: see `older`. */
  more: boolean;
  marks: { customer: Mark | null; staff: Mark | null };
  seq: number;
  agent: { name: string } | null;
}

/** Words on their way. `id` is the client_id: however often it is sent, the server keeps one message. */
export interface Waiting {
  id: string;
  /** null while its ticket does not exist yet. */
  ticket: number | null;
  body: string;
  files: string[];
  about?: { kind: "deposit" | "withdrawal"; id: string };
  language?: string;
  at: string;
}

export interface Sent {
  id: string;
  ticket: number;
  /** With a new ticket. */
  opened?: Ticket;
  seq: number;
  at: string;
  /** again: the server had it already. */
  outcome: "new" | "again";
  /** What to tell the customer when a secret was taken out. */
  notice: string | null;
}

export interface Words {
  body?: string;
  /** Ids of uploaded files. */
  files?: string[];
  /** To send the same words again after your own crash: the id you gave before. */
  id?: string;
}

export interface Events {
  /** Somebody said something in a watched ticket; in order, each once, also after a gap. */
  message: { ticket: number; message: Message };
  /** Status or stage changed. */
  changed: { ticket: number; status?: Status; stage?: Record<string, string> | null };
  read: { ticket: number; reader: "customer" | "staff"; upto: number; at: string };
  typing: { ticket: number; name: string; on: boolean };
  /** Answers not yet read, over all tickets. */
  unread: { total: number };
  link: { state: Link };
  outbox: { waiting: readonly Waiting[] };
  sent: Sent;
  /** The server said no to words that waited; they are out of the outbox. */
  refused: { words: Waiting; why: Trouble };
  /** The session is over and the page names nobody. */
  signed_out: Record<string, never>;
}

export interface Options {
  /** Where Farol is, such as https://support.example. */
  base: string;
  /** A fresh token that your back end signed, or null when nobody is signed in. Called for every new session. */
  identity: () => Promise<string | null>;
  /** Any stable id of who is signed in: with it unsent words outlive the tab, without it they live in memory. */
  person?: string;
  /** BCP 47; what refusals are written in. */
  language?: string;
  /** Keep the last fifty errors of this page in memory for `report`. */
  log?: boolean;
}

export interface Report {
  /** Exactly what would leave, secrets taken out: show it before you ask. */
  readonly text: string;
  /** How many of each kind of secret were taken out. */
  readonly taken: Readonly<Record<string, number>>;
  /** Attaches it to a ticket as a file, with words beside it. Rejects with `consent_missing` unless consent is true. */
  send(ticket: number, said: { consent: true; body?: string }): Promise<Sent>;
}

export interface Farol {
  me(): Promise<Me>;
  /** Own tickets, open ones first; they are watched from now on. */
  list(): Promise<Ticket[]>;
  /** A ticket with its newest messages; it is watched from now on. */
  read(ticket: number): Promise<Conversation>;
  byNumber(number: string): Promise<Ticket>;
  older(ticket: number, before: number): Promise<{ messages: Message[]; more: boolean }>;
  /** Resolves when the server has it. Offline it waits; see `waiting` and the event `sent`. */
  open(words: Words & { about?: Waiting["about"]; language?: string }): Promise<Sent>;
  send(ticket: number, words: Words): Promise<Sent>;
  waiting(): readonly Waiting[];
  upload(file: Blob, options?: { name?: string; progress?: (share: number) => void; signal?: AbortSignal }): Promise<FileInfo>;
  file(ticket: number, id: string, options?: { preview?: boolean }): Promise<Blob>;
  /** Everything up to this seq was on screen. */
  markRead(ticket: number, seq: number): Promise<void>;
  /** Call it with every key; the other side is told every three seconds at most, and when it ends. */
  typing(ticket: number, on?: boolean): void;
  unread(): number;
  report(about?: { app?: string; note?: string }): Promise<Report>;
  on<K extends keyof Events>(event: K, hear: (said: Events[K]) => void): () => void;
  /** Begin live updates: lists tickets, sends what waited, watches. */
  connect(): Promise<void>;
  /** End the session and forget what waits. */
  signOut(): Promise<void>;
  /** Stop everything; what waits stays where it is kept. */
  close(): void;
}
