/** The shapes the console API and the live socket speak. Times are RFC 3339 in UTC. */

export type Language = "zh" | "en";
export type Severity = "P0" | "P1" | "P2" | "P3" | "P4";
export type Status = "open" | "pending" | "resolved" | "closed";
export type AuthorKind = "customer" | "staff" | "assistant" | "system";

export interface Me {
  id: number;
  name: string;
  alias: string;
  email: string;
  role: string;
  language: string;
  can: string[];
  brand: string;
}

export interface Person {
  id: number;
  name: string;
}

export interface Staff extends Person {
  role: string;
}

export interface Reason {
  code: string;
  zh: string;
  en: string;
  severity: Severity;
}

export interface LastWords {
  author_kind: AuthorKind;
  text: string;
  at: string;
}

/** What is due next on a ticket. percent: of its budget that is spent, above 100 when overdue. */
export interface Due {
  kind: "first_reply" | "next_reply" | "resolve" | "update";
  at: string;
  percent: number;
}

/** One ticket as the inbox shows it. `seq` is the ticket's head; `waiting_since` is null when nobody waits for us. */
export interface InboxRow {
  id: number;
  number: string;
  subject: string;
  status: Status;
  severity: Severity;
  reason: string | null;
  reason_label: Record<Language, string> | null;
  channel: string;
  language: string;
  owner: Person | null;
  customer: { id: number; name: string; tier: string };
  last_words: LastWords | null;
  waiting_since: string | null;
  opened_at: string;
  updated_at: string;
  seq: number;
  version: number;
  unread: number;
  files: number;
  /** The soonest running clock or promise. */
  due: Due | null;
  tags: string[];
  snoozed_until: string | null;
  merged_into: number | null;
  incident_id: number | null;
  team_id: number | null;
  /** A named stage inside the status. */
  stage: string | null;
}

export type ServerView = "waiting" | "mine" | "all" | "snoozed" | "resolved";

export interface Ticket extends InboxRow {
  about: { kind: string; id: string } | null;
  first_reply_at: string | null;
  resolved_at: string | null;
  last_public_seq: number;
  /** Values of the custom fields by key. */
  fields: Record<string, unknown>;
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
  internal: boolean;
  channel: string;
  language: string;
  body: string;
  files: FileInfo[];
  removed: string[];
  at: string;
}

export interface TicketLink {
  id: number;
  number: string;
  subject: string;
  status: Status;
  opened_at: string;
}

export interface CustomerPanel {
  id: number;
  uid_masked: string;
  name: string;
  email_masked: string;
  phone_masked: string;
  language: string;
  time_zone: string;
  tier: string;
  known: boolean;
  created_at: string;
  tickets: TicketLink[];
}

export interface Mark {
  seq: number;
  at: string;
}

export interface Snapshot {
  ticket: Ticket;
  customer: CustomerPanel;
  messages: Message[];
  more: boolean;
  marks: { customer: Mark | null; staff: Mark | null };
  seq: number;
}

export interface Posted {
  seq: number;
  at: string;
  outcome: "new" | "again";
  removed: string[];
  notice: string | null;
}

export interface Change {
  status?: Status;
  owner_id?: number | null;
  reason?: string;
  severity?: Severity;
  subject?: string;
  /** Brings its status with it; null leaves the stage. */
  stage?: string | null;
}

export interface Device {
  id: string;
  created_at: string;
  seen_at?: string;
  used_at?: string | null;
  label?: string;
  ip?: string;
  agent?: string;
  current?: boolean;
}
