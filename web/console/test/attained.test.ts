import { expect, it } from "vitest";
import type { Attainment } from "../src/sla/api";
import { byKind } from "../src/sla/attained";

const row = (severity: "P1" | "P3", met: number, breached: number): Attainment => ({
  kind: "first_reply", severity, met, breached, running: 1, risk: 0, dropped: 0, attainment: met + breached ? met / (met + breached) : null,
});

it("the whole of a kind is counted, not a mean of shares", () => {
  const [group] = byKind([row("P1", 0, 1), row("P3", 9, 0)]);
  expect(group).toMatchObject({ met: 9, breached: 1, running: 2, attainment: 0.9 });
  expect(byKind([row("P1", 0, 0)])[0]!.attainment).toBeNull();
});
