// Eleven languages, right to left among them, and what the assistant shows beside its words.
import { afterAll, beforeAll, expect, test } from "vitest";
import { act, MEI, newest, said, stage, type Stage } from "./stage";

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.close());

const SHOTS = process.env["FAROL_SHOTS"];
const PARTS = {
  lead: "Your deposit has 3 of 12 confirmations.",
  choices: [{ label: "Show me where to look" }, { label: "It is another deposit" }],
  sources: [
    { kind: "article", title: "Confirmations", url: "/help/en/a/confirmations", version: 4, at: "2026-11-01", language: "en", translated: true },
    { kind: "article", title: "Elsewhere", url: "https://evil.example/x", version: 0, at: null, language: "en", translated: false },
  ],
  place: { flow: "deposit", at: 2, of: 4 },
  human: true,
};

test("the assistant's message is drawn, its buttons say their labels, and one leads to a person", async () => {
  const { page, open, write } = await on.visit({ sub: MEI });
  await open();
  await write("Where is my deposit");
  await page.locator(".said.customer").waitFor();
  const { id } = await newest(on.farol);
  await act(on.farol, "assistant", { ticket: id, body: "Everything as text. 1. 2. 3.", parts: PARTS, language: "en" });
  await page.getByText("Your deposit has 3 of 12 confirmations.").waitFor();
  expect(await page.getByText("Everything as text").count()).toBe(0);
  expect(await page.locator(".said.assistant .by").textContent()).toContain("AI assistant");
  await page.getByText("Step 2 of 4").waitFor();
  const links = page.locator(".sources a");
  expect(await links.count()).toBe(1);
  expect(await page.locator(".sources li").first().textContent()).toMatch(/Confirmationsversion 4 · .*machine translated/);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/assistant.png` });
  await page.getByRole("button", { name: "It is another deposit" }).click();
  await expect.poll(async () => said(await newest(on.farol))).toContain("It is another deposit");
  await expect.poll(() => page.locator(".choices").count()).toBe(0);
  await act(on.farol, "assistant", { ticket: id, body: "Which one?", parts: { ...PARTS, lead: "Which one?", place: null, sources: [] } });
  await page.getByRole("button", { name: "Talk to a person" }).click();
  await expect.poll(async () => said(await newest(on.farol))).toContain("human");
  await page.close();
});

test("an answer that a machine translated says so, and has its author's words beside it", async () => {
  const { page, open, write } = await on.visit({ sub: MEI, lang: "ru" });
  await open();
  await write("Где мой депозит?");
  await page.locator(".said.customer").waitFor();
  const { id } = await newest(on.farol);
  const place = { position: 2, usually_s: null, slowest_s: null, language_online: false, hours: { ru: "По-русски отвечают с 09:00" } };
  await act(on.farol, "place", { ticket: id, place });
  await page.locator(".wait", { hasText: "По-русски отвечают с 09:00" }).waitFor();
  await act(on.farol, "reply", { ticket: id, body: "Он подтверждается.", language: "ru", original: "It is confirming.", source: "en" });
  await page.getByText("Он подтверждается.").waitFor();
  await page.locator(".original summary", { hasText: "машинный перевод · английский" }).click();
  await page.getByText("It is confirming.").waitFor();
  await page.close();
});

test("a language is chosen from all eleven, kept, and told to the server", async () => {
  const { page, open } = await on.visit({ sub: MEI });
  await open();
  await page.getByRole("button", { name: "Language" }).click();
  await page.locator(".tongues").waitFor();
  expect(await page.locator(".tongues button").count()).toBe(11);
  await page.getByRole("button", { name: "العربية" }).click();
  await page.locator(".farol[dir=rtl]").waitFor({ state: "attached" });
  await page.locator("textarea[placeholder*=TXID]").waitFor();
  await expect.poll(async () => (await act(on.farol, "tickets")).chose).toBe("ar");
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/ar-home.png` });
  await page.reload();
  await page.locator(".farol[lang=ar] .pill").waitFor();
  await page.close();
});

test.each(["ru", "ja", "zh-Hant", "ar", "es"])("the page's language is spoken: %s", async (lang) => {
  for (const width of [1280, 390])
    for (const theme of ["light", "dark"] as const) {
      const { page, open, trouble } = await on.visit({ sub: MEI, lang }, { viewport: { width, height: 844 }, colorScheme: theme });
      await page.locator(`.farol[lang=${lang}]`).waitFor({ state: "attached" });
      await open();
      await page.locator("h2#farol-title").waitFor();
      const wide = await page.locator(".panel").evaluate((panel) => panel.scrollWidth > panel.clientWidth);
      expect(wide).toBe(false);
      expect(trouble).toEqual([]);
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/${lang}-${width}-${theme}.png` });
      await page.close();
    }
});

test("until they choose one, the panel goes along with the language the assistant hears", async () => {
  const { page, open, write } = await on.visit({ sub: MEI });
  await open();
  await write("где мой депозит");
  await page.locator(".said.customer").waitFor();
  const { id } = await newest(on.farol);
  await act(on.farol, "assistant", { ticket: id, body: "Смотрю.", language: "ru", parts: { ...PARTS, lead: "Смотрю." } });
  await page.getByRole("button", { name: "Позвать человека" }).waitFor();
  await page.close();
});
