/** Replies that wait on the server: what is asked of it, and how it answers. */
import { ask, Refused } from "@/api/http";
import type { FileInfo, Status } from "@/api/types";
import { may } from "@/kit/people";
import { say } from "@/kit/toast";
import { w } from "@/words";
import type { Outgoing } from "./outbox";

/** A reply as the server keeps it. status: set together with it. seen: the last seq its author had on screen. */
export interface Held {
  client_id: string;
  ticket_id: number;
  body: string;
  files: Pick<FileInfo, "id" | "name" | "media_type" | "size" | "state">[];
  removed: string[];
  seen: number | null;
  status: Status | null;
  held_at: string;
  due_at: string;
  state: "held" | "sent" | "stale" | "failed" | "taken";
  why: string;
  seq: number | null;
}

export const bodyOf = ({ client_id, body, files, seen, resolve, live }: Outgoing) => ({
  client_id, body, files: files.map((file) => file.id), seen, live, status: resolve ? "resolved" : null,
});

export const hold = (item: Outgoing): Promise<Held> => ask<Held>("POST", `/tickets/${item.ticket}/outgoing`, bodyOf(item));
export const send = (client_id: string, seen?: number): Promise<Held> =>
  ask<Held>("POST", `/outgoing/${client_id}/send`, seen === undefined ? {} : { seen });

/** What I wrote that is not in its ticket; nothing while the server is away. */
export const mine = async (): Promise<Held[]> =>
  may("ticket.reply") ? ask<{ outgoing: Held[] }>("GET", "/me/outgoing").then((found) => found.outgoing, () => []) : [];

/** The words are in the composer again; when they had gone all the same, their author is told. */
export async function takeBack(client_id: string): Promise<void> {
  try {
    await ask<void>("DELETE", `/outgoing/${client_id}`);
  } catch (error) {
    if (error instanceof Refused && error.code === "already_sent") say(w.value.problem.already_sent ?? error.detail);
    else if (!(error instanceof Refused)) setTimeout(() => void takeBack(client_id), 2_000);
  }
}
