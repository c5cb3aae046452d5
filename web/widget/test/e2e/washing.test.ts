// What lets somebody in stays in the browser: 200 canaries in a log, none of them reaches the server.
import { afterAll, beforeAll, expect, test } from "vitest";
import { MEI, stage, type Stage } from "./stage";

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.close());

test("a log arrives without its tokens, and the customer reads what was taken out", async () => {
  const canaries = Array.from({ length: 200 }, (_, n) => `CaN${n}rY${n * 7919}zQ9`);
  const log = canaries
    .map((one, n) => [`authorization: Bearer ${one}`, `x?token=${one}&n=1`, `{"sessionId":"${one}"}`, `-H 'cookie: sid=${one}'`][n % 4])
    .join("\n");
  const visit = await on.visit({ sub: MEI, name: "Mei" });
  await visit.open();
  await visit.page
    .locator("input[type=file]")
    .setInputFiles([{ name: "app.log", mimeType: "text/plain", buffer: Buffer.from(`step one\n${log}\nstep two`) }]);
  await visit.page.locator(".composer .hint").filter({ hasText: "taken out before it leaves your device" }).waitFor();
  const { files } = on.farol.world as unknown as { files: Map<string, { bytes: Buffer }> };
  const kept = (): string[] => [...files.values()].map((one) => String(one.bytes));
  await expect.poll(() => kept().length).toBe(1);
  expect(canaries.filter((one) => kept()[0]?.includes(one))).toEqual([]);
  expect(kept()[0]).toContain("step two");
  await visit.page.context().close();
});
