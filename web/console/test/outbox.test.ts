import { beforeEach, describe, expect, it, vi } from "vitest";
import { Refused, Unreachable } from "../src/api/http";
import type { Held } from "../src/ticket/held";

vi.hoisted(() => {
  const store = new Map<string, string>();
  Object.assign(globalThis, {
    localStorage: { getItem: (k: string) => store.get(k) ?? null, setItem: (k: string, v: string) => void store.set(k, v), removeItem: (k: string) => void store.delete(k) },
    addEventListener: () => undefined,
    matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
  });
});
const server = vi.hoisted(() => ({ hold: vi.fn(), send: vi.fn(), mine: vi.fn(), takeBack: vi.fn(), bodyOf: vi.fn() }));
vi.mock("../src/ticket/held", () => server);
vi.mock("../src/ticket/tabs", () => ({ tab: "t", abandoned: async () => [] }));

const { outgoing, sendNow, submit, takeBack, takeHeld, adopt, keptCount } = await import("../src/ticket/outbox");

const held = (client_id: string, more: Partial<Held> = {}): Held => ({
  client_id, ticket_id: 7, body: "x", files: [], removed: [], seen: 5, status: null, held_at: "2026-11-22T10:00:00Z", due_at: "2026-11-22T10:00:10Z",
  state: "held", why: "", seq: null, ...more,
});
const reply = { ticket: 7, body: "x", internal: false, files: [], seen: 5, resolve: false };
const settle = () => new Promise((done) => setTimeout(done, 30));

describe("replies on their way", () => {
  beforeEach(() => {
    for (const item of outgoing(7)) takeBack(7, item.client_id);
    vi.clearAllMocks();
    server.hold.mockImplementation(async (item: { client_id: string }) => held(item.client_id));
  });

  it("wait on the server for as long as it says, whatever this clock says", async () => {
    submit(reply);
    await settle();
    const [item] = outgoing(7);
    expect(item).toMatchObject({ state: "held", there: true });
    expect(item!.due - Date.now()).toBeGreaterThan(9_000);
  });

  it("come back into the composer, and the server is told", async () => {
    submit(reply);
    await settle();
    expect(takeBack(7)?.body).toBe("x");
    expect(server.takeBack).toHaveBeenCalledOnce();
    expect(outgoing(7)).toEqual([]);
  });

  it("taken back while they are on their way there, are not sent either", async () => {
    let answer: (word: Held) => void = () => undefined;
    server.hold.mockImplementation(() => new Promise((done) => (answer = done)));
    submit(reply);
    const { client_id } = takeBack(7)!;
    expect(server.takeBack).not.toHaveBeenCalled();
    answer(held(client_id));
    await settle();
    expect(server.takeBack).toHaveBeenCalledWith(client_id);
    expect(outgoing(7)).toEqual([]);
  });

  it("without a way to the server are kept and counted", async () => {
    server.hold.mockRejectedValue(new Unreachable("x"));
    submit(reply);
    await settle();
    expect(outgoing(7)[0]).toMatchObject({ state: "waiting", tries: 1, there: false });
    expect(keptCount.value).toBe(1);
  });

  it("that the server refuses say why", async () => {
    server.hold.mockRejectedValue(new Refused(422, "too_long", "A message can have at most 10000 characters.", {}));
    submit(reply);
    await settle();
    expect(outgoing(7)[0]).toMatchObject({ state: "failed", there: false });
  });

  it("that somebody spoke before come back as stale, and go again having seen more", async () => {
    submit(reply);
    await settle();
    const id = outgoing(7)[0]!.client_id;
    takeHeld(held(id, { state: "stale", why: "stale" }));
    expect(outgoing(7)[0]!.state).toBe("stale");
    server.send.mockResolvedValue(held(id, { state: "sent", seq: 9 }));
    sendNow(id, 8);
    await settle();
    expect(server.send).toHaveBeenCalledWith(id, 8);
    expect(outgoing(7)[0]!.state).toBe("sent");
  });

  it("of another tab or an earlier day are shown here", async () => {
    server.mine.mockResolvedValue([held("from-elsewhere", { state: "failed", why: "ticket_closed" })]);
    await adopt();
    const here = () => outgoing(7).find((item) => item.client_id === "from-elsewhere");
    expect(here()).toMatchObject({ state: "failed", why: "ticket_closed", there: true, body: "x" });
    takeHeld(held("from-elsewhere", { state: "taken" }));
    expect(here()).toBeUndefined();
  });
});
