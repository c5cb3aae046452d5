/** Frames of the live socket. Both directions are JSON text. */
import type { InboxRow, Message, Person, Severity, Status } from "./types";

export type ClientFrame =
  | { t: "watch"; ticket: number; after: number }
  | { t: "unwatch"; ticket: number }
  | { t: "inbox" }
  | { t: "typing"; ticket: number; on: boolean }
  | { t: "ping" };

export interface MessageFrame {
  t: "message";
  ticket: number;
  seq: number;
  message: Message;
  /** What of the ticket the message changed, with its new version. */
  status?: Status;
  owner_id?: number;
  version?: number;
  /** Nothing but thanks for what is resolved: nobody waits. */
  thanks?: boolean;
}
/** Only the fields that changed are present. `by` is "staff:3", "customer:5" or "system:0". */
export interface ChangedFrame {
  t: "changed";
  ticket: number;
  seq: number;
  kind: string;
  version: number;
  by?: string;
  at?: string;
  status?: Status;
  owner?: Person | null;
  owner_id?: number | null;
  severity?: Severity;
  reason?: string | null;
  subject?: string;
  stage?: string | null;
}
export interface ReadFrame {
  t: "read";
  ticket: number;
  seq: number;
  reader: "customer" | "staff";
  upto: number;
  at: string;
}
export interface AtFrame {
  t: "at";
  ticket: number;
  seq: number;
}
/** Something a feature did on the ticket; `body` is that event's own. */
export interface HappenedFrame {
  t: "happened";
  ticket: number;
  seq: number;
  kind: string;
  by: string;
  at: string;
  body: Record<string, unknown>;
}
/** Frames that move a ticket's cursor: the ones the reducer folds. */
export type TicketFrame = MessageFrame | ChangedFrame | HappenedFrame | ReadFrame | AtFrame;

export interface TypingFrame {
  t: "typing";
  ticket: number;
  who: { kind: "customer" | "staff"; id?: number; name: string };
  on: boolean;
}
export interface ViewingFrame {
  t: "viewing";
  ticket: number;
  who: Person[];
}
export interface OnlineFrame {
  t: "online";
  ticket: number;
  customer: boolean;
}
export type PresenceFrame = TypingFrame | ViewingFrame | OnlineFrame;

export type ServerFrame =
  | TicketFrame
  | PresenceFrame
  | { t: "row"; row: InboxRow }
  | { t: "watching"; ticket: number; seq: number }
  | { t: "error"; code: string }
  | { t: "pong" };

export const isTicketFrame = (f: ServerFrame): f is TicketFrame =>
  f.t === "message" || f.t === "changed" || f.t === "happened" || f.t === "read" || f.t === "at";
