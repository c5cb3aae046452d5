import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Live, type LinkState } from "../../../live/link";
import type { Frame } from "../../src/model/types";

class FakeSocket {
  static all: FakeSocket[] = [];
  static readonly OPEN = 1;
  readyState = 0;
  sent: { t: string; ticket?: number; after?: number }[] = [];
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: () => void;
  constructor(readonly url: string) {
    FakeSocket.all.push(this);
  }
  send(text: string) {
    this.sent.push(JSON.parse(text) as FakeSocket["sent"][number]);
  }
  open() {
    this.readyState = 1;
    this.onopen?.();
  }
  close() {
    this.readyState = 3;
    this.onclose?.();
  }
}

const cursors: Record<number, number> = {};
let states: LinkState[];
let frames: Frame[];
let pass: () => Promise<string>;
let poll: () => Promise<boolean>;
let live: Live<Frame>;
const socket = () => FakeSocket.all.at(-1)!;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  vi.stubGlobal("WebSocket", FakeSocket);
  FakeSocket.all = [];
  states = [];
  frames = [];
  cursors[7] = 3;
  pass = () => Promise.resolve("p+1");
  poll = vi.fn(() => Promise.resolve(true));
  live = new Live({
    address: "ws://farol/live",
    pass: () => pass(),
    cursor: (ticket) => cursors[ticket] ?? 0,
    frame: (frame) => frames.push(frame),
    poll: () => poll(),
    state: (state) => states.push(state),
  });
  live.watch(7);
  live.start();
});
afterEach(() => {
  live.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function connected(): Promise<FakeSocket> {
  await vi.advanceTimersByTimeAsync(0);
  socket().open();
  return socket();
}

describe("the live socket", () => {
  test("brings a pass and watches from the cursor", async () => {
    const first = await connected();
    expect(first.url).toBe("ws://farol/live?pass=p%2B1");
    expect(first.sent).toEqual([{ t: "watch", ticket: 7, after: 3 }]);
    expect(states).toEqual(["connecting", "live"]);
  });

  test("after a close it comes back with a delay, and resumes where it is now", async () => {
    const first = await connected();
    cursors[7] = 9;
    first.close();
    await vi.advanceTimersByTimeAsync(900);
    expect(FakeSocket.all).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(FakeSocket.all).toHaveLength(2);
    socket().open();
    expect(socket().sent).toEqual([{ t: "watch", ticket: 7, after: 9 }]);
  });

  test("polls every two seconds while no socket can be had, and stops when there is one", async () => {
    pass = () => Promise.reject(new Error("away"));
    (await connected()).close();
    await vi.advanceTimersByTimeAsync(6100);
    expect(poll).toHaveBeenCalledTimes(3);
    expect(states.at(-1)).toBe("polling");
    pass = () => Promise.resolve("p");
    while (FakeSocket.all.length < 2) await vi.advanceTimersByTimeAsync(1_000);
    socket().open();
    const asked = vi.mocked(poll).mock.calls.length;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(poll).toHaveBeenCalledTimes(asked);
    expect(states.at(-1)).toBe("live");
  });

  test("waits longer each time, but never more than half a minute and a bit", async () => {
    const tries: number[] = [];
    pass = () => {
      tries.push(Date.now());
      return Promise.reject(new Error("away"));
    };
    poll = () => Promise.resolve(false);
    (await connected()).close();
    await vi.advanceTimersByTimeAsync(300_000);
    const gaps = tries.slice(1).map((time, index) => time - tries[index]!);
    expect(gaps[0]).toBeLessThan(gaps[2]!);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(32_000);
    expect(states.at(-1)).toBe("offline");
  });

  test("a silent socket is given up", async () => {
    await connected();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(socket().sent.at(-1)).toEqual({ t: "ping" });
    await vi.advanceTimersByTimeAsync(8_000);
    expect(FakeSocket.all[0]!.readyState).toBe(3);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(FakeSocket.all).toHaveLength(2);
  });

  test("a socket that never opens is given up, and polling has begun meanwhile", async () => {
    await vi.advanceTimersByTimeAsync(9_900);
    expect([FakeSocket.all.length, vi.mocked(poll).mock.calls.length]).toEqual([1, 4]);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(FakeSocket.all).toHaveLength(2);
  });

  test("an opened lid asks at once", async () => {
    await connected();
    live.cut();
    expect(states.at(-1)).toBe("offline");
    live.wake();
    expect(socket().sent.at(-1)).toEqual({ t: "ping" });
    socket().onmessage?.({ data: '{"t":"pong"}' });
    expect(states.at(-1)).toBe("live");
  });

  test("what is not a frame is ignored", async () => {
    const first = await connected();
    for (const data of ["", "{", "null", "7", "[]", '{"x":1}', '{"t":5}']) first.onmessage?.({ data });
    expect(frames).toEqual([]);
    first.onmessage?.({ data: '{"t":"at","ticket":7,"seq":4}' });
    expect(frames).toHaveLength(1);
  });

  test("stop is the end", async () => {
    await connected();
    live.stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(FakeSocket.all).toHaveLength(1);
  });
});
