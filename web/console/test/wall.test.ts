import { expect, test } from "vitest";
import type { Queue, Rising } from "@/wall/api";
import { barOf, distinct, draw, roughly, shown, waitOf } from "@/wall/shape";

const queue = (over: Partial<Queue>): Queue => ({
  key: "l1", zh: "一线", en: "First line", languages: [], waiting: 0, longest_s: null, promised_s: null, ninety_s: null, left: 0, free: 1, shift: 2, ...over,
});
const rising = (topic: string, n: number, detail: Record<string, number> = {}): Rising => ({
  topic: { topic, n, usual: 0, spread: 0, samples: 12, factor: n, level: "high", detail, since: "2026-11-22T10:00:00Z" }, zh: topic, en: topic,
});

test("a wait runs in minutes and seconds, and in hours when it is long", () => {
  expect([waitOf(0), waitOf(402), waitOf(3723), waitOf(-5)]).toEqual(["0:00", "6:42", "1:02:03", "0:00"]);
});

test("a measured length is rounded to what people say", () => {
  expect([roughly(19, "en"), roughly(360, "en"), roughly(7200, "zh")]).toEqual(["19 s", "6 min", "2 小时"]);
});

test("a bar passes its mark when the wait passes the promise", () => {
  expect(barOf(queue({ waiting: 1, longest_s: 400, promised_s: 300 }))).toMatchObject({ mark: 0.68, over: true });
  expect(barOf(queue({ waiting: 1, longest_s: 150, promised_s: 300 })).fill).toBeCloseTo(0.34);
  expect(barOf(queue({}))).toEqual({ fill: 0, mark: null, over: false });
});

test("queues that need eyes are shown before quiet ones, in their own order", () => {
  const all = [queue({ key: "a" }), queue({ key: "b", waiting: 3 }), queue({ key: "c" }), queue({ key: "d", left: 1 })];
  expect(shown(all, 3)).toEqual({ rows: [all[0], all[1], all[3]], more: 1 });
});

test("the line ends with the last whole quarter of an hour", () => {
  const drawn = draw({ since: "2026-11-22T00:00:00Z", counts: [4, 8, 1], low: [], high: [] }, 960, 114);
  expect(drawn.line).toBe("M5,64 15,14");
  expect([drawn.x, drawn.y, drawn.band]).toEqual([15, 14, ""]);
});

test("one cause is one line: a topic that is told by a narrower one is left out", () => {
  const all = rising("all", 28, { "coin:USDT": 26, "network:TRON": 26 });
  const coin = rising("coin:USDT", 26, { "network:TRON": 26 });
  const network = rising("network:TRON", 26, { "coin:USDT": 26 });
  const other = rising("reason:p2p", 12, { "coin:USDT": 2 });
  expect(distinct([all, coin, network, other]).map((one) => one.topic.topic)).toEqual(["network:TRON", "reason:p2p"]);
});
