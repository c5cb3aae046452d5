// What the stand-in server knows: customers, tickets and their gap-free event logs.
import { randomUUID } from "node:crypto";

const now = () => new Date().toISOString();
const SEEDY = /\b(abandon\s+){3,}/i;

export class World {
  constructor() {
    this.sessions = new Map();
    this.tickets = new Map();
    this.files = new Map();
    this.homes = new Map();
    this.exchangeOk = true;
    this.incidents = [];
    this.listeners = new Set();
    this.nextTicket = 41;
  }

  session(customer) {
    const token = randomUUID();
    this.sessions.set(token, customer);
    return {
      token,
      expires_at: new Date(Date.now() + 3_600_000).toISOString(),
      customer: { name: customer.name, language: customer.language, known: customer.known },
    };
  }

  /** Tickets of a customer, newest first. */
  own(customer) {
    return [...this.tickets.values()].filter((ticket) => ticket.customer === customer.id).reverse();
  }

  row(ticket) {
    const messages = ticket.log.filter((frame) => frame.t === "message").map((frame) => frame.message);
    const last = messages.at(-1);
    const read = ticket.marks.customer?.seq ?? 0;
    return {
      id: ticket.id,
      number: ticket.number,
      subject: ticket.subject,
      status: ticket.status,
      opened_at: ticket.opened_at,
      updated_at: last?.at ?? ticket.opened_at,
      last_words: last ? { author_kind: last.author.kind, text: last.body, at: last.at } : null,
      unread: messages.filter((message) => message.author.kind !== "customer" && message.seq > read).length,
      seq: ticket.seq,
      continues_in: ticket.continues_in ?? null,
    };
  }

  detail(ticket, last = 50) {
    const messages = ticket.log
      .filter((frame) => frame.t === "message")
      .map((frame) => this.fresh(frame.message));
    return {
      ticket: this.row(ticket),
      messages: messages.slice(-last),
      more: messages.length > last,
      marks: ticket.marks,
      seq: ticket.seq,
      agent: ticket.agent ? { name: ticket.agent } : null,
    };
  }

  /** A message with the present state of its files. */
  fresh(message) {
    return { ...message, files: message.files.map((file) => this.files.get(file.id)?.info ?? file) };
  }

  open(customer, body) {
    const known = this.own(customer).find((ticket) => ticket.opening === body.client_id);
    if (known)
      return {
        ticket: known,
        message: known.log.find((frame) => frame.t === "message").message,
        outcome: "again",
      };
    const id = this.nextTicket++;
    const ticket = {
      id,
      customer: customer.id,
      opening: body.client_id,
      number: `FRL-2026-${String(id).padStart(6, "0")}`,
      subject: SEEDY.test(body.body) ? "[已删除]" : body.body.slice(0, 60) || "附件",
      status: "open",
      opened_at: now(),
      log: [],
      seq: 0,
      marks: { customer: null, staff: null },
      agent: null,
    };
    this.tickets.set(id, ticket);
    this.event(ticket, { t: "changed", kind: "ticket.opened", status: "open" });
    const { message } = this.say(ticket, { kind: "customer", id: 0, name: customer.name }, body);
    return { ticket, message, outcome: "new" };
  }

  /** Post a message; the same client id again answers as before. */
  say(ticket, author, { client_id = randomUUID(), body = "", files = [], language = "" }) {
    const known = ticket.log.find((frame) => frame.t === "message" && frame.message.client_id === client_id);
    if (known) return { message: known.message, outcome: known.raw === body ? "again" : "reused" };
    const removed = SEEDY.test(body) ? ["seed_phrase"] : [];
    const message = {
      client_id,
      author,
      channel: "webchat",
      language,
      body: removed.length ? body.replace(/(\babandon\s*)+(about)?/i, "[已删除]") : body,
      files: files.map((id) => this.files.get(id)?.info).filter(Boolean),
      removed,
      at: now(),
    };
    // A message that moves the ticket says so in its own frame.
    const moved = { customer: "open", staff: "pending" }[author.kind] ?? ticket.status;
    const status = moved === ticket.status ? {} : { status: moved };
    ticket.status = moved;
    if (author.kind === "staff") ticket.agent = author.name;
    const frame = this.event(ticket, { t: "message", message, ...status }, body);
    return { message: frame.message, outcome: "new" };
  }

  change(ticket, status) {
    if (ticket.status === status) return;
    ticket.status = status;
    this.event(ticket, { t: "changed", kind: "ticket.changed", status });
  }

  read(ticket, reader, upto) {
    if ((ticket.marks[reader]?.seq ?? 0) >= upto) return;
    ticket.marks[reader] = { seq: upto, at: now() };
    this.event(ticket, { t: "read", reader, upto, at: now() });
  }

  event(ticket, frame, raw) {
    ticket.seq += 1;
    const full = { ...frame, ticket: ticket.id, seq: ticket.seq };
    if (full.message) full.message = { ...full.message, seq: ticket.seq };
    if (raw !== undefined) Object.defineProperty(full, "raw", { value: raw, enumerable: false });
    ticket.log.push(full);
    for (const listener of this.listeners) listener(full);
    return full;
  }

  /** Store a file; it is "checked" a moment later. */
  keep(name, type, bytes) {
    const id = randomUUID();
    const picture = type.startsWith("image/");
    const info = {
      id,
      name,
      media_type: type,
      size: bytes.length,
      state: "checking",
      width: null,
      height: null,
      preview: false,
    };
    this.files.set(id, { info, bytes });
    setTimeout(
      () =>
        this.files.set(id, {
          bytes,
          info: { ...info, state: picture ? "ready" : "opaque", preview: picture },
        }),
      300,
    ).unref();
    return info;
  }
}
