// A stand-in for Farol: the console API, the live socket and the built console, under the real content policy.
// node test/mock/server.mjs [port]    POST /mock/{say,core,cut,type,change} moves the world from outside.
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync, crc32 } from "node:zlib";
import { WebSocketServer } from "ws";
import * as copilot from "./copilot.mjs";
import { cardOf, evidenceOf } from "./exchange.mjs";
import * as world from "./world.mjs";

const OUT = fileURLToPath(new URL("../../../../farol/app/static/console/", import.meta.url));
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".html": "text/html; charset=utf-8" };
const ME = { id: 1, name: "Ana", alias: "Ana", email: "ana@demo-exchange.example", role: "agent", language: "zh", brand: "Demo Exchange",
  can: ["customer.see", "inbox.see", "session.own", "ticket.change", "ticket.note", "ticket.reply", "ticket.see"] };
const state = { down: false, cut: false, files: new Map(), passes: new Set() };
const sockets = new Set();

const cast = (ticket, frame) => { for (const s of sockets) if (s.watched.has(ticket)) s.send(JSON.stringify(frame)); };
function moved(one, frame) {
  cast(one.id, frame);
  for (const s of sockets) if (s.inbox) s.send(JSON.stringify({ t: "row", row: world.row(one) }));
}

const problem = (status, code, detail, more = {}) => ({ status, body: { type: `/problems/${code}`, title: detail, status, detail, code, ...more } });
const open = (one) => one.status === "open" || one.status === "pending";
const VIEWS = {
  waiting: (one) => world.row(one).waiting_since !== null, mine: (one) => open(one) && one.owner?.id === 1, all: open, resolved: (one) => !open(one),
};
const count = (view) => [...world.tickets.values()].filter(VIEWS[view]).length;

function post(one, data) {
  const again = one.events.find((event) => event.t === "message" && event.message.client_id === data.client_id);
  if (again) return { body: { seq: again.seq, at: again.message.at, outcome: "again", removed: [], notice: null } };
  const last = one.events.filter((event) => event.t === "message" && !event.message.internal).at(-1)?.seq ?? 0;
  if (data.seen !== null && last > data.seen) return problem(409, "stale", "Somebody wrote while you were typing.", { last_public_seq: last });
  if (data.body.includes("FAIL")) return problem(422, "invalid", "The server did not accept it.");
  const files = data.files.map((id) => state.files.get(id)).filter(Boolean);
  const frame = world.say(one, "staff", data.body, { client_id: data.client_id, internal: data.internal, files });
  moved(one, frame);
  return { body: { seq: frame.seq, at: frame.message.at, outcome: "new", removed: [], notice: null } };
}

function patch(one, data) {
  if (data.version !== one.version) return problem(409, "conflict", "Changed by somebody else.");
  const { version, owner_id, ...fields } = data;
  Object.assign(one, fields);
  if (owner_id !== undefined) one.owner = world.STAFF.find((each) => each.id === owner_id) ?? null;
  const frame = world.changed(one, 1, { ...fields, ...(owner_id === undefined ? {} : { owner_id }) });
  moved(one, frame);
  return { body: { version: one.version, seq: frame.seq } };
}

let signedIn = true;
const routes = [
  ["GET", /^\/session$/, () => (signedIn ? { body: ME } : problem(401, "not_signed_in", "Sign in."))],
  ["POST", /^\/session(\/demo|\/passkey)?$/, (_, data) => ("password" in data && data.password !== "lighthouse" ? problem(401, "sign_in_failed", "No match.") : ((signedIn = true), { body: ME }))],
  ["DELETE", /^\/session$/, () => ((signedIn = false), { body: {} })],
  ["GET", /^\/session\/demo-roles$/, () => ({ body: [["Ana", "agent"], ["Tim", "trainee"], ["Sol", "lead"], ["Vera", "compliance"]].map(([name, role]) => ({ role_token: name, name, role })) })],
  ["GET", /^\/passkeys$/, () => ({ body: [{ id: "k1", label: "Chrome · Linux", created_at: world.ago(900000), used_at: world.ago(4000) }] })],
  ["GET", /^\/sessions$/, () => ({ body: [{ id: "s1", created_at: world.ago(4000), seen_at: world.ago(5), ip: "127.0.0.1", agent: "Chrome/140 Linux", current: true }, { id: "s2", created_at: world.ago(90000), seen_at: world.ago(70000), ip: "10.0.0.8", agent: "Safari/18 iPhone", current: false }] })],
  ["GET", /^\/inbox$/, (_, __, q) => ({ body: { rows: [...world.tickets.values()].filter(VIEWS[q.get("view")]).map(world.row), counts: { waiting: count("waiting"), mine: count("mine"), all: count("all") } } })],
  ["GET", /^\/search$/, (_, __, q) => ({ body: { rows: [...world.tickets.values()].map(world.row).filter((r) => JSON.stringify(r).includes(q.get("q"))), counts: { waiting: 0, mine: 0, all: 0 } } })],
  ["GET", /^\/staff$/, () => ({ body: world.STAFF })],
  ["GET", /^\/reasons$/, () => ({ body: world.REASONS })],
  ["POST", /^\/live-pass$/, () => { const pass = Math.random().toString(36).slice(2); state.passes.add(pass); return { body: { pass } }; }],
  ["GET", /^\/tickets\/(\d+)$/, (one) => ({ body: world.detail(one) })],
  ["GET", /^\/tickets\/(\d+)\/messages$/, (one, _, q) => {
    const before = one.events.filter((event) => event.t === "message" && event.seq < Number(q.get("before"))).map((event) => event.message);
    return { body: { messages: before.slice(-50), more: before.length > 50 } };
  }],
  ["GET", /^\/tickets\/(\d+)\/events$/, (one, _, q) => ({ body: { frames: one.events.slice(Number(q.get("after"))).slice(0, 500), seq: one.events.length } })],
  ["POST", /^\/tickets\/(\d+)\/messages$/, post],
  ["PATCH", /^\/tickets\/(\d+)$/, patch],
  ["PUT", /^\/tickets\/(\d+)\/read$/, (one, data) => { if ((one.marks.staff?.seq ?? 0) < data.seq) moved(one, world.read(one, "staff", data.seq)); return { body: {} }; }],
  ["GET", /^\/tickets\/(\d+)\/translations$/, () => ({ body: { translations: [] } })],
  ["POST", /^\/tickets\/(\d+)\/translations\/readings$/, (_, data) => ({ body: { readings: data.seqs.map((seq) => ({ seq, words: null, source: "und", by: "", why: "off", says: { zh: "这里没有设置翻译，只显示原文", en: "Translation is not set up here, so this is the original alone" } })) } })],
  ["GET", /^\/tickets\/(\d+)\/case$/, (one) => ({ body: cardOf(one, state.down) })],
  ["GET", /^\/tickets\/(\d+)\/evidence$/, (one) => ({ body: evidenceOf(one) })],
  ...copilot.routes,
];

/** A plain picture of the asked size, so that thumbnails have something to show. */
function png(width, height) {
  const raw = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) raw.set([40 + (x * 90) / width, 90 + (y * 80) / height, 120], y * (width * 3 + 1) + 1 + x * 3);
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const size = Buffer.alloc(4), sum = Buffer.alloc(4);
    size.writeUInt32BE(data.length); sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0); head.writeUInt32BE(height, 4); head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", head), chunk("IDAT", deflateSync(raw)), chunk("IEND", Buffer.alloc(0))]);
}
const PICTURE = png(640, 400);

function mock(what, data) {
  const one = world.tickets.get(data.ticket);
  if (what === "say") moved(one, world.say(one, data.kind ?? "customer", data.body, { staff: data.staff, internal: data.internal }));
  if (what === "change") { Object.assign(one, data.fields); moved(one, world.changed(one, 3, data.fields)); }
  if (what === "core") state.down = data.down;
  if (what === "type") cast(one.id, { t: "typing", ticket: one.id, who: data.who, on: data.on });
  if (what === "view") cast(one.id, { t: "viewing", ticket: one.id, who: data.who });
  if (what === "cut") { state.cut = data.cut; for (const s of sockets) s.terminate(); }
  if (what === "out") signedIn = false;
}

async function answer(request, response) {
  const url = new URL(request.url, "http://mock");
  const parts = [];
  for await (const part of request) parts.push(part);
  const raw = Buffer.concat(parts);
  const send = (status, body) => { response.writeHead(status, { "content-type": status < 400 ? "application/json" : "application/problem+json" }); response.end(JSON.stringify(body)); };
  if (url.pathname.startsWith("/mock/")) { mock(url.pathname.slice(6), JSON.parse(raw || "{}")); return send(200, {}); }
  if (url.pathname.startsWith("/api/console/")) {
    if (state.cut) return request.socket.destroy();
    const path = url.pathname.slice("/api/console".length);
    if (path === "/files") {
      const name = decodeURIComponent(request.headers["x-file-name"]);
      const image = /^image\//.test(request.headers["content-type"]);
      const file = { id: world.id(), name, media_type: request.headers["content-type"], size: raw.length, state: "ready", width: image ? 640 : null, height: image ? 400 : null, preview: image };
      state.files.set(file.id, file);
      return send(200, file);
    }
    if (/^\/(tickets\/\d+\/files|evidence\/\d+\/file)/.test(path)) { response.writeHead(200, { "content-type": "image/png" }); return response.end(PICTURE); }
    for (const [method, pattern, handler] of routes) {
      const match = pattern.exec(path);
      if (!match || method !== request.method) continue;
      const one = /^\/tickets\/(\d+)/.exec(path) ? world.tickets.get(Number(match[1])) : null;
      if (one === undefined) return send(404, problem(404, "not_found", "Not found.").body);
      const { status = 200, body } = handler(one, raw.length ? JSON.parse(raw) : {}, url.searchParams);
      return send(status, body);
    }
    return send(404, problem(404, "not_found", "Not found.").body);
  }
  const file = join(OUT, url.pathname.replace(/^\/console\//, ""));
  if (extname(file) && file.startsWith(OUT) && existsSync(file)) { response.writeHead(200, { "content-type": TYPES[extname(file)] }); return createReadStream(file).pipe(response); }
  const nonce = Math.random().toString(36).slice(2);
  response.writeHead(200, {
    "content-type": TYPES[".html"],
    "content-security-policy": `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types vue`,
  });
  response.end(readFileSync(join(OUT, "index.html"), "utf8").replaceAll("<script ", `<script nonce="${nonce}" `));
}

const server = createServer((request, response) => void answer(request, response).catch((error) => { console.error(error); response.destroy(); }));
const live = new WebSocketServer({ noServer: true });
server.on("upgrade", (request, socket, head) => {
  const pass = new URL(request.url, "http://mock").searchParams.get("pass");
  if (state.cut || !state.passes.delete(pass)) return socket.destroy();
  live.handleUpgrade(request, socket, head, (ws) => {
    ws.watched = new Set();
    sockets.add(ws);
    ws.on("close", () => sockets.delete(ws));
    ws.on("message", (data) => {
      const frame = JSON.parse(data);
      const say = (body) => ws.send(JSON.stringify(body));
      const one = world.tickets.get(frame.ticket);
      if (frame.t === "ping") say({ t: "pong" });
      else if (frame.t === "inbox") ws.inbox = true;
      else if (frame.t === "unwatch") ws.watched.delete(frame.ticket);
      else if (frame.t === "watch" && one) {
        ws.watched.add(frame.ticket);
        say({ t: "watching", ticket: one.id, seq: one.events.length });
        one.events.slice(frame.after).forEach(say);
        say({ t: "online", ticket: one.id, customer: one.channel === "webchat" });
        if (one.id === 3) say({ t: "viewing", ticket: 3, who: [{ id: 1, name: "Ana" }, { id: 3, name: "Sol" }] });
      }
    });
  });
});
server.listen(Number(process.argv[2] ?? 8799), "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/console/`));
