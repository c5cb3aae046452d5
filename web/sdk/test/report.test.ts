import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { gathered } from "../src/report";
import { createFarol } from "../src/sdk";
import { Server } from "./world";

const SEEDED = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI4MyJ9.c2lnbmF0dXJlLW9mLWl0";

beforeEach(() => {
  vi.stubGlobal("location", { href: `https://exchange.example/withdraw/8d7f6a5b4c3d2e1f?token=${SEEDED}#x` });
  vi.stubGlobal("innerWidth", 390);
  vi.stubGlobal("innerHeight", 844);
  vi.stubGlobal("devicePixelRatio", 3);
});
afterEach(() => vi.unstubAllGlobals());

const heard = (words: string) => ({ at: "2026-01-01T00:00:00Z", kind: "console" as const, words });

test("secrets are taken out of errors, notes and addresses, and it stays JSON", async () => {
  const { text, taken } = await gathered(
    [heard(`GET https://exchange.example/api/v1/orders?sig=abcdef123456 failed, authorization: Bearer ${SEEDED}`), heard('{"api_key":"0123456789abcdef"}')],
    "4.2.0", `password=correct-horse-battery ${SEEDED}`,
  );
  const report = JSON.parse(text) as { page: string; app: string; errors: { words: string }[] };
  for (const secret of [SEEDED, "abcdef123456", "0123456789abcdef", "correct-horse-battery", "8d7f6a5b4c3d2e1f"]) expect(text).not.toContain(secret);
  expect(report.page).toBe("https://exchange.example/withdraw/[removed]");
  expect(report.app).toBe("4.2.0");
  expect(Object.values(taken).reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(3);
});

test("it is bounded, and keeps the last errors", async () => {
  const { text } = await gathered(Array.from({ length: 50 }, (_, n) => heard(`${n} ${"x".repeat(5_000)}`)), "", "y".repeat(9_000));
  expect(text.length).toBeLessThan(60_000);
  const { errors, note } = JSON.parse(text) as { errors: { words: string }[]; note: string };
  expect(errors.at(-1)?.words.startsWith("49 ")).toBe(true);
  expect(note.length).toBe(2_000);
});

test("nothing leaves without a yes", async () => {
  const server = new Server();
  server.install();
  const farol = createFarol({ base: "https://support.example", identity: () => Promise.resolve("signed"), log: true });
  console.error("boom", { token: SEEDED });
  const report = await farol.report({ app: "4.2.0" });
  expect(report.text).toContain("boom");
  expect(report.text).not.toContain(SEEDED);
  await expect(report.send(7, { consent: false as never })).rejects.toMatchObject({ code: "consent_missing" });
  expect(server.asked).toEqual([]);
  farol.close();
});
