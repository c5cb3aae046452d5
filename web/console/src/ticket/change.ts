/** Changing a ticket's status, owner, severity or reason: seen at once, then confirmed or put back. */
import * as api from "@/api/calls";
import { Refused } from "@/api/http";
import type { Change, Status, Ticket } from "@/api/types";
import { session } from "@/kit/session";
import { say } from "@/kit/toast";
import { w, whyOf } from "@/words";
import { entryOf, readTicket, ticketOf, type Entry } from "./store";

function asShown(fields: Change): Partial<Ticket> {
  const { owner_id, ...rest } = fields;
  if (owner_id === undefined) return rest;
  const person = session.staff.find((one) => one.id === owner_id);
  return { ...rest, owner: owner_id === null ? null : { id: owner_id, name: person?.name ?? session.me?.alias ?? "" } };
}

const fieldOf = (ticket: Ticket, key: keyof Change) =>
  key === "owner_id" ? (ticket.owner?.id ?? null) : ticket[key];

/** Sends the change; once more with the newer version when nobody else touched the same fields. */
async function send(entry: Entry, fields: Change): Promise<void> {
  const before = entry.state!.ticket;
  try {
    await api.change(entry.id, before.version, fields);
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 409) throw error;
    await readTicket(entry);
    const after = entry.state!.ticket;
    const touched = (Object.keys(fields) as (keyof Change)[]).some((key) => fieldOf(before, key) !== fieldOf(after, key));
    if (touched || after.version === before.version) throw error;
    await api.change(entry.id, after.version, fields);
  }
}

const last = new Map<number, Promise<boolean>>();

/**
 * Says whether the server agreed. When it refuses, the ticket looks as before and the reason stands in its header.
 * Changes of one ticket go in turn: each stands on the version that the one before it made.
 */
export async function change(id: number, fields: Change): Promise<boolean> {
  const entry = entryOf(id);
  if (!entry.state) await readTicket(entry);
  if (!entry.state) return false;
  const hoped = asShown(fields);
  entry.hoped = { ...entry.hoped, ...hoped };
  entry.refused = null;
  const before = last.get(id) ?? Promise.resolve(true);
  const turn = before.then(() => carryOut(entry, fields, hoped));
  last.set(id, turn);
  return turn;
}

async function carryOut(entry: Entry, fields: Change, hoped: Partial<Ticket>): Promise<boolean> {
  let agreed = true;
  try {
    await send(entry, fields);
    if (ticketOf(entry) && Object.keys(hoped).length) await settle(entry, hoped);
  } catch (error) {
    agreed = false;
    const conflict = error instanceof Refused && error.status === 409 && error.code !== "ticket_closed";
    entry.refused = conflict ? w.value.talk.changedFirst(entry.state!.ticket.number) : w.value.talk.refused(whyOf(error));
  }
  // What a later change hopes for stays on screen until its own turn has ended.
  const rest = { ...entry.hoped };
  for (const key of Object.keys(hoped) as (keyof Ticket)[]) if (rest[key] === hoped[key]) delete rest[key];
  entry.hoped = rest;
  return agreed;
}

/** Keeps the hoped-for look until the server's own frame (or, without one, its answer) says the same. */
async function settle(entry: Entry, hoped: Partial<Ticket>): Promise<void> {
  const same = () =>
    (Object.keys(hoped) as (keyof Ticket)[]).every((key) => JSON.stringify(entry.state!.ticket[key]) === JSON.stringify(hoped[key]));
  for (let turn = 0; turn < 10 && !same(); turn += 1) await new Promise((done) => setTimeout(done, 50));
  if (!same()) await readTicket(entry);
}

/** Changes the status and offers the way back for ten seconds. */
export async function setStatus(id: number, status: Status): Promise<boolean> {
  const ticket = ticketOf(entryOf(id));
  if (!ticket || ticket.status === status) return false;
  const { number, status: before } = ticket;
  const words = w.value.toast;
  const done = change(id, { status });
  const text = status === "resolved" ? words.resolved(number) : status === "pending" ? words.pending(number) : words.reopened(number);
  say(text, before === "closed" ? null : () => void change(id, { status: before }));
  return done;
}

export async function setOwner(id: number, owner: number | null): Promise<boolean> {
  const ticket = ticketOf(entryOf(id));
  const before = ticket?.owner?.id ?? null;
  if (!ticket || before === owner) return false;
  const name = session.staff.find((one) => one.id === owner)?.name ?? session.me?.name ?? "";
  const words = w.value.toast;
  say(owner === null ? words.released(ticket.number) : words.assigned(ticket.number, name), () => void change(id, { owner_id: before }));
  return change(id, { owner_id: owner });
}
