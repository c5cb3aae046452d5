import { expect, test } from "vitest";
import { fromTopic } from "@/incidents/start";
import type { Rising } from "@/wall/api";

const rising = (topic: string, over: Partial<Rising["topic"]> = {}): Rising => ({
  topic: { topic, n: 20, usual: 2, spread: 1, samples: 12, factor: 10, level: "high", detail: {}, since: "2026-11-22T10:00:00Z", ...over }, zh: "TRON 网络", en: "TRON network",
});

test("a rising network becomes a scope, from half an hour before it rose", () => {
  const { said, of } = fromTopic(rising("network:TRON"));
  expect(of).toBeNull();
  expect(said.scope).toMatchObject({ networks: ["TRON"], coins: [], reasons: [], since: "2026-11-22T09:30:00.000Z" });
  expect([said.severity, said.zh, said.en]).toEqual(["P1", "TRON 网络异常", "TRON network: disruption"]);
});

test("a rising family is meant by the beginning of its reasons", () => {
  expect(fromTopic(rising("reason:dep", { factor: 2.5 })).said).toMatchObject({ severity: "P2", scope: { reasons: ["dep."] } });
});

test("when everything rises, the scope is what three in four tickets name", () => {
  const { scope } = fromTopic(rising("all", { detail: { "coin:USDT": 18, "network:TRON": 9 } })).said;
  expect([scope.coins, scope.networks]).toEqual([["USDT"], []]);
});
