// The customer API of the stand-in server, as the contract has it, plus /mock/* verbs for tests.
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { hostPage } from "./host-page.mjs";

const problem = (status, code, detail) => ({
  status,
  type: "application/problem+json",
  body: { type: `urn:farol:problem:${code}`, title: code, status, detail, code },
});
const ok = (body = {}) => ({ status: 200, type: "application/json", body });
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization, content-type, x-file-name, accept-language",
  "access-control-allow-methods": "GET, POST, PUT, DELETE",
};

export async function handle(request, response, { world, faults, assets, passes, live }) {
  const url = new URL(request.url, "http://mock");
  if (request.method === "OPTIONS") return response.writeHead(204, CORS).end();
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (url.pathname.startsWith("/mock/"))
    return send(
      response,
      await staff(url.pathname.slice(6), bytes.length ? JSON.parse(bytes) : {}, world, faults, live),
    );
  if (!url.pathname.startsWith("/api/customer")) return page(url, response, assets);
  if (faults.away) return request.socket.destroy();
  if (faults.status)
    return send(
      response,
      problem(faults.status, faults.code ?? "unavailable", faults.detail ?? "Try again."),
    );
  if (faults.delay) await new Promise((done) => setTimeout(done, faults.delay));
  const answer = await customer(request, url, bytes, world, passes);
  if (faults.lost && request.method === "POST" && /tickets/.test(url.pathname))
    return request.socket.destroy();
  return send(response, answer);
}

function send(response, { status, type, body }) {
  const data = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  response.writeHead(status, { ...CORS, "content-type": type, "cache-control": "no-store" }).end(data);
}

async function page(url, response, assets) {
  const name = basename(url.pathname);
  if (url.pathname === "/widget.js" || url.pathname.startsWith("/widget/")) {
    const data = await readFile(join(assets, name)).catch(() => null);
    if (!data) return response.writeHead(404, CORS).end();
    return response
      .writeHead(200, {
        ...CORS,
        "content-type": name.endsWith(".json") ? "application/json" : "text/javascript",
      })
      .end(data);
  }
  const { html, headers } = hostPage(url);
  return response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(html);
}

/** `who` of a JWT (not verified here) or of a visitor. */
function identify(data) {
  if (data.visitor)
    return {
      id: `v:${data.visitor.email}`,
      name: data.visitor.name || data.visitor.email.split("@")[0],
      language: data.visitor.language,
      known: false,
    };
  const claims = JSON.parse(Buffer.from(data.identity.split(".")[1], "base64url"));
  return { id: claims.sub, name: claims.name, language: claims.lang, known: true };
}

async function customer(request, url, bytes, world, passes) {
  const path = url.pathname.slice("/api/customer".length);
  const is = (method, pattern) => request.method === method && path.match(pattern);
  if (is("POST", /^\/session$/)) {
    const data = JSON.parse(bytes);
    if (data.visitor && /@blocked\./.test(data.visitor.email))
      return problem(422, "invalid", "Mail to this address cannot be delivered.");
    return ok(world.session(identify(data)));
  }
  if (is("GET", /^\/incidents$/)) return ok(world.incidents);
  const who = world.sessions.get((request.headers.authorization ?? "").slice(7));
  if (!who) return problem(401, "not_signed_in", "Please sign in again.");
  if (is("GET", /^\/home$/)) {
    return ok({
      customer: { name: who.name, language: who.language, known: who.known },
      items: world.exchangeOk ? (world.homes.get(who.id) ?? []) : [],
      tickets: world.own(who).map((ticket) => world.row(ticket)),
      exchange_ok: world.exchangeOk,
    });
  }
  if (is("PUT", /^\/language$/)) return ok({ language: (world.chose = JSON.parse(bytes).language) });
  if (is("POST", /^\/live-pass$/)) {
    const pass = randomUUID();
    passes.set(pass, who);
    return ok({ pass });
  }
  if (is("POST", /^\/files$/)) return file(request, bytes, world);
  if (is("POST", /^\/tickets$/)) {
    const data = JSON.parse(bytes);
    const { ticket, message, outcome } = world.open(who, data);
    return ok({
      ticket: world.row(ticket),
      message: { seq: message.seq, at: message.at, outcome },
      removed: message.removed,
      notice: notice(message),
    });
  }
  const found = path.match(/^\/tickets\/(\d+)(\/.*)?$/);
  const ticket = found && world.tickets.get(Number(found[1]));
  if (!ticket || ticket.customer !== who.id)
    return problem(404, "not_found", "There is nothing here that you can see.");
  return inTicket(request.method, found[2] ?? "", url, bytes, world, ticket, who);
}

function inTicket(method, rest, url, bytes, world, ticket, who) {
  if (method === "GET" && rest === "") return ok(world.detail(ticket));
  if (method === "GET" && rest === "/messages") {
    const older = ticket.log
      .filter((frame) => frame.t === "message" && frame.seq < Number(url.searchParams.get("before")))
      .map((frame) => world.fresh(frame.message));
    return ok({ messages: older.slice(-50), more: older.length > 50 });
  }
  if (method === "GET" && rest === "/events")
    return ok({
      frames: ticket.log.filter((frame) => frame.seq > Number(url.searchParams.get("after"))),
      seq: ticket.seq,
    });
  if (method === "GET" && rest === "/assistant") return ok({ turns: ticket.turns ?? [], talking: true });
  if (method === "GET" && rest === "/place") return ok(ticket.place ?? null);
  if (method === "GET" && rest === "/translations") return ok({ translations: ticket.translated ?? [] });
  if (method === "GET" && rest === "/promise") return ok(ticket.promised ?? { by: null });
  if (method === "POST" && rest === "/callback") return ok((ticket.called = JSON.parse(bytes)));
  if (rest === "/rating") {
    if (method === "POST") ticket.rating = JSON.parse(bytes);
    const asked = ticket.status === "resolved";
    return ok({ asked, stars: null, comment: "", solved: null, ...ticket.rating });
  }
  if (method === "PUT" && rest === "/read")
    return (world.read(ticket, "customer", JSON.parse(bytes).seq), ok());
  if (method === "POST" && rest === "/messages") {
    if (ticket.status === "closed") return problem(409, "ticket_closed", "This ticket is closed.");
    const { message, outcome } = world.say(
      ticket,
      { kind: "customer", id: 0, name: who.name },
      JSON.parse(bytes),
    );
    if (outcome === "reused") return problem(409, "client_id_reused", "Other words were sent under this id.");
    return ok({
      seq: message.seq,
      at: message.at,
      outcome,
      removed: message.removed,
      notice: notice(message),
    });
  }
  const file = rest.match(/^\/files\/(.+)$/);
  const kept = file && world.files.get(decodeURIComponent(file[1]));
  return kept
    ? { status: 200, type: kept.info.media_type, body: kept.bytes }
    : problem(404, "not_found", "There is nothing here that you can see.");
}

const notice = (message) =>
  message.removed.length ? "刚才那句里有助记词，我们已删掉，没有保存。请马上把币转到新钱包。" : null;

function file(request, bytes, world) {
  const name = decodeURIComponent(request.headers["x-file-name"]);
  if (/\.exe$/i.test(name)) return problem(415, "file_type", "可以收图片、PDF、视频和文本。");
  return ok(world.keep(name, request.headers["content-type"], bytes));
}

/** What tests do in the place of staff, the exchange and bad luck. */
async function staff(verb, data, world, faults, live) {
  const ticket = world.tickets.get(data.ticket);
  const ana = { kind: "staff", id: 0, name: data.name ?? "Ana" };
  const verbs = {
    home: () => world.homes.set(data.customer, data.items),
    exchange: () => (world.exchangeOk = data.ok),
    reply: () => {
      const { message } = world.say(ticket, ana, { body: data.body, language: data.language });
      if (data.original) ticket.translated = [{ seq: message.seq, source: data.source, original: data.original, edited: false }];
    },
    assistant: () => {
      const { message } = world.say(ticket, { kind: "assistant", id: 0, name: "Otto" }, { body: data.body, language: data.language });
      if (data.parts) ticket.turns = [...(ticket.turns ?? []), { seq: message.seq, parts: data.parts }];
    },
    note: () => world.event(ticket, { t: "at" }),
    place: () => {
      ticket.place = data.place;
      live.tell({ t: "place", ticket: ticket.id, place: data.place });
    },
    promise: () => {
      ticket.promised = { by: data.by };
      world.event(ticket, { t: "at" });
    },
    incidents: () => (world.incidents = data.incidents),
    merge: () => {
      ticket.continues_in = data.into;
      world.change(ticket, "closed");
    },
    status: () => world.change(ticket, data.status),
    read: () => world.read(ticket, "staff", ticket.seq),
    typing: () =>
      live.tell({ t: "typing", ticket: ticket.id, who: { kind: "staff", name: "Ana" }, on: data.on }),
    frame: () => live.tell(data.frame),
    drop: () => live.drop(),
    faults: () =>
      Object.assign(
        faults,
        {
          away: false,
          status: 0,
          delay: 0,
          lost: false,
          nosocket: false,
          code: undefined,
          detail: undefined,
        },
        data,
      ),
    revoke: () => world.sessions.clear(),
    tickets: () => undefined,
  };
  verbs[verb]();
  return ok({ tickets: [...world.tickets.values()], heard: live.heard, chose: world.chose });
}
