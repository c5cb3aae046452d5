import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LiveLink, type LinkState } from "../src/live/link";

/** A socket whose other end is the test. */
class FakeSocket {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  readyState = 0;
  sent: Record<string, unknown>[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;

  constructor() {
    FakeSocket.all.push(this);
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }
  opens(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  close(): void {
    this.readyState = 3;
    this.onclose?.();
  }
}

const last = () => FakeSocket.all.at(-1)!;
let reachable = true;
let cursor = 5;
let states: LinkState[] = [];
let polled: number[] = [];
let caughtUp = 0;
let link: LiveLink;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeSocket);
  [reachable, cursor, states, polled, caughtUp] = [true, 5, [], [], 0];
  FakeSocket.all = [];
  link = new LiveLink({
    pass: async () => {
      if (!reachable) throw new Error("away");
      return "pass";
    },
    connect: () => new FakeSocket() as unknown as WebSocket,
    eventsAfter: async (_ticket, after) => {
      if (!reachable) throw new Error("away");
      polled.push(after);
      return { frames: [], seq: after };
    },
    onFrame: () => undefined,
    onCaughtUp: () => (caughtUp += 1),
    onState: (state) => states.push(state),
  });
});

afterEach(() => {
  link.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function connect(): Promise<void> {
  link.start();
  await vi.advanceTimersByTimeAsync(0);
  last().opens();
}

describe("the live link", () => {
  it("asks for the inbox and for every watched ticket from its cursor", async () => {
    link.watch(7, () => cursor);
    await connect();
    expect(last().sent).toEqual([{ t: "inbox" }, { t: "watch", ticket: 7, after: 5 }]);
    expect(states).toEqual(["live"]);
  });

  it("after any close comes back and resumes from where the screen is by then", async () => {
    link.watch(7, () => cursor);
    await connect();
    cursor = 9;
    last().close();
    await vi.advanceTimersByTimeAsync(2_100);
    expect(FakeSocket.all).toHaveLength(2);
    last().opens();
    expect(last().sent).toContainEqual({ t: "watch", ticket: 7, after: 9 });
    expect(states.slice(0, 2)).toEqual(["live", "connecting"]);
    expect(states.at(-1)).toBe("live");
    expect(caughtUp).toBeGreaterThan(1);
  });

  it("polls from the cursor while no socket can be had, and stops when one is there", async () => {
    link.watch(7, () => cursor);
    link.start();
    await vi.advanceTimersByTimeAsync(0);
    last().close();
    await vi.advanceTimersByTimeAsync(2_050);
    expect(polled).toEqual([5]);
    expect(states).toContain("polling");
    FakeSocket.all.findLast((socket) => socket.readyState === 0)!.opens();
    const count = polled.length;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(polled).toHaveLength(count);
  });

  it("says offline when nothing answers, and waits longer each time, half a minute at most", async () => {
    link.watch(7, () => cursor);
    reachable = false;
    link.start();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(states.at(-1)).toBe("offline");
    reachable = true;
    await vi.advanceTimersByTimeAsync(34_000);
    last().opens();
    expect(states.at(-1)).toBe("live");
  });

  it("closes a socket that has fallen silent", async () => {
    await connect();
    const socket = last();
    await vi.advanceTimersByTimeAsync(45_000);
    expect(socket.sent).toContainEqual({ t: "ping" });
    expect(socket.readyState).toBe(3);
  });
});
