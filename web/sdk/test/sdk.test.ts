import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Farol, Options } from "../src/public";
import { createFarol, FarolError } from "../src/sdk";
import { FakeSocket, Server } from "./world";

let server: Server;
let farol: Farol;
let identity: () => Promise<string | null>;
const made: Farol[] = [];
const begin = (more: Partial<Options> = {}): Farol => {
  const one = createFarol({ base: "https://support.example/", identity: () => identity(), language: "en", ...more });
  made.push(one);
  return one;
};
const socket = (): FakeSocket => FakeSocket.all.at(-1)!;
const bodies = (): string[] => server.asked.filter((one) => one.method === "POST" && /messages$|^\/tickets$/.test(one.path)).map((one) => String(one.body?.["body"]));

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  server = new Server();
  server.install();
  identity = vi.fn(() => Promise.resolve<string | null>("signed"));
  farol = begin();
});
afterEach(() => {
  for (const one of made.splice(0)) one.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("who is here", () => {
  test("one session for many calls, begun anew once when it was taken back", async () => {
    await Promise.all([farol.list(), farol.me(), farol.read(7)]);
    expect(server.sessions).toBe(1);
    server.token = "t2";
    await farol.list();
    expect(server.sessions).toBe(2);
    expect(identity).toHaveBeenCalledTimes(2);
    expect(server.asked.every((one) => !one.path.includes("signed"))).toBe(true);
  });

  test("nobody is told as signed_out", async () => {
    identity = () => Promise.resolve(null);
    const out = vi.fn();
    farol.on("signed_out", out);
    await expect(farol.list()).rejects.toMatchObject({ code: "signed_out", status: 0 });
    expect(out).toHaveBeenCalledOnce();
  });
});

describe("refusals", () => {
  test("carry code, status, the sentence and the whole problem", async () => {
    server.refusals.push({ path: /read$/, status: 429, body: { code: "too_many", detail: "Try again in 3 s.", retry_after: 3 } });
    const why = (await farol.markRead(7, 3).catch((error: unknown) => error)) as FarolError;
    expect(why).toBeInstanceOf(FarolError);
    expect(why).toMatchObject({ code: "too_many", status: 429, detail: "Try again in 3 s.", passing: true, problem: { retry_after: 3 } });
  });

  test("no answer is away, and a page of some proxy has its status as code", async () => {
    await farol.me();
    server.away = true;
    await expect(farol.list()).rejects.toMatchObject({ code: "away", passing: true });
  });
});

describe("sending", () => {
  test("what is said while there is no network goes out in order once there is one", async () => {
    await farol.me();
    server.away = true;
    const sent = vi.fn();
    farol.on("sent", sent);
    const both = Promise.all([farol.send(7, { body: "one" }), farol.send(7, { body: "two" })]);
    await vi.advanceTimersByTimeAsync(100);
    expect(farol.waiting().map((one) => one.body)).toEqual(["one", "two"]);
    server.away = false;
    server.asked = [];
    server.hears["online"]?.();
    await both;
    expect(bodies()).toEqual(["one", "two"]);
    expect(sent).toHaveBeenCalledTimes(2);
    expect(farol.waiting()).toEqual([]);
  });

  test("it is tried again by itself, later each time, with the same id", async () => {
    await farol.me();
    server.away = true;
    const done = farol.send(7, { body: "one", id: "11111111-1111-4111-8111-111111111111" });
    await vi.advanceTimersByTimeAsync(10_000);
    server.away = false;
    await vi.advanceTimersByTimeAsync(30_000);
    await expect(done).resolves.toMatchObject({ id: "11111111-1111-4111-8111-111111111111", ticket: 7 });
    const tries = server.asked.filter((one) => one.path.endsWith("messages"));
    expect(tries.length).toBeGreaterThan(2);
    expect(new Set(tries.map((one) => one.body?.["client_id"]))).toEqual(new Set(["11111111-1111-4111-8111-111111111111"]));
  });

  test("the same id said twice waits once", async () => {
    server.away = true;
    void farol.send(7, { body: "one", id: "x" }).catch(() => undefined);
    void farol.send(7, { body: "one", id: "x" }).catch(() => undefined);
    expect(farol.waiting()).toHaveLength(1);
  });

  test("unsent words of a person outlive the page; of nobody they do not", async () => {
    server.away = true;
    const first = begin({ person: "uid-83" });
    void first.open({ body: "lost?" }).catch(() => undefined);
    void farol.send(7, { body: "in memory" }).catch(() => undefined);
    await vi.advanceTimersByTimeAsync(0);
    first.close();
    expect([...(localStorage as unknown as { kept: Map<string, string> }).kept.keys()].join()).not.toContain("uid-83");
    server.away = false;
    const second = begin({ person: "uid-83" });
    expect(second.waiting().map((one) => one.body)).toEqual(["lost?"]);
    expect(begin({ person: "uid-84" }).waiting()).toEqual([]);
    await second.connect();
    await vi.advanceTimersByTimeAsync(0);
    expect(server.opened).toBe(1);
    expect(second.waiting()).toEqual([]);
  });

  test("a refusal takes the words out and lets the next go", async () => {
    server.refusals.push({ path: /messages$/, status: 409, body: { code: "ticket_closed", detail: "Closed." } });
    const refused = vi.fn();
    farol.on("refused", refused);
    const [one, two] = await Promise.allSettled([farol.send(7, { body: "one" }), farol.send(7, { body: "two" })]);
    expect(one).toMatchObject({ status: "rejected", reason: { code: "ticket_closed" } });
    expect(two.status).toBe("fulfilled");
    expect(refused).toHaveBeenCalledOnce();
  });

  test("signing out forgets what waits", async () => {
    const mine = begin({ person: "uid-83" });
    await mine.me();
    server.away = true;
    void mine.send(7, { body: "one" }).catch(() => undefined);
    await mine.signOut();
    expect(begin({ person: "uid-83" }).waiting()).toEqual([]);
  });
});

describe("live", () => {
  const heard: string[] = [];
  beforeEach(async () => {
    heard.length = 0;
    server.said(1, "first", "customer");
    await farol.connect();
    await vi.advanceTimersByTimeAsync(0);
    farol.on("message", ({ message }) => heard.push(message.body));
    socket().open();
  });

  test("watches from the seq of the list and tells each message once", () => {
    expect(socket().sent[0]).toEqual({ t: "watch", ticket: 7, after: 1 });
    const frame = server.said(2, "two");
    socket().hear(frame);
    socket().hear(frame);
    expect(heard).toEqual(["two"]);
  });

  test("a hole is asked for, and what came early is told in its order", async () => {
    server.said(2, "two");
    server.said(3, "three");
    socket().hear(server.said(4, "four"));
    expect(heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(heard).toEqual(["two", "three", "four"]);
    socket().hear(server.said(5, "five"));
    expect(heard.at(-1)).toBe("five");
  });

  test("after a cut it resumes where it was, and polls meanwhile", async () => {
    const states: string[] = [];
    farol.on("link", ({ state }) => states.push(state));
    for (let seq = 2; seq <= 9; seq += 1) server.said(seq, `m${seq}`);
    socket().close();
    await vi.advanceTimersByTimeAsync(2_500);
    expect(heard).toEqual(["m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9"]);
    socket().open();
    expect(socket().sent[0]).toEqual({ t: "watch", ticket: 7, after: 9 });
    expect(states.at(-1)).toBe("live");
  });

  test("the server's end of the log beyond ours is a hole too", async () => {
    server.said(2, "two");
    socket().hear({ t: "watching", ticket: 7, seq: 2 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(heard).toEqual(["two"]);
  });

  test("unread counts answers until they were on screen", async () => {
    const totals: number[] = [];
    farol.on("unread", ({ total }) => totals.push(total));
    socket().hear(server.said(2, "two"));
    socket().hear(server.said(3, "mine", "customer"));
    socket().hear(server.said(4, "four"));
    expect(farol.unread()).toBe(2);
    await farol.markRead(7, 2);
    expect(farol.unread()).toBe(1);
    socket().hear({ t: "read", ticket: 7, seq: 5, reader: "customer", upto: 4, at: "" });
    expect(totals).toEqual([1, 2, 1, 0]);
  });

  test("a listener that fails harms nobody", () => {
    const told = vi.fn();
    vi.stubGlobal("reportError", told);
    farol.on("message", () => {
      throw new Error("theirs");
    });
    const other = vi.fn();
    const off = farol.on("message", other);
    socket().hear(server.said(2, "two"));
    off();
    socket().hear(server.said(3, "three"));
    expect(other).toHaveBeenCalledOnce();
    expect(told).toHaveBeenCalledTimes(2);
  });

  test("typing is said every three seconds at most, and its end", async () => {
    for (let n = 0; n < 5; n += 1) farol.typing(7);
    expect(socket().sent.filter((one) => one["t"] === "typing")).toEqual([{ t: "typing", ticket: 7, on: true }]);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(socket().sent.at(-1)).toEqual({ t: "typing", ticket: 7, on: false });
  });
});
