// While a customer waits, and after: the place, the way not to wait, the promise, the rating, a merge, an incident.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { act, MEI, newest, stage, type Stage } from "./stage";

let on: Stage;
beforeAll(async () => void (on = await stage()));
afterAll(() => on.close());
afterEach(() => act(on.farol, "incidents", { incidents: [] }));

const PLACE = { position: 4, usually_s: 170, slowest_s: 360, language_online: true };

async function waiting(query: Record<string, string> = {}) {
  const visit = await on.visit({ sub: MEI, name: "Mei", ...query });
  await visit.open();
  await visit.page.getByRole("textbox").fill("USDT has not come");
  await visit.page.getByRole("textbox").press("Enter");
  await visit.page.locator(".standing").waitFor();
  const { id } = await newest(on.farol);
  return { ...visit, id };
}

test("the place falls while one looks, and the pill says it too", async () => {
  const { page, id, trouble } = await waiting({ sub: "20778999" });
  await act(on.farol, "place", { ticket: id, place: PLACE });
  await page.getByText("4 ahead of you, usually under 3 min, slowest about 6 min").first().waitFor();
  await act(on.farol, "place", { ticket: id, place: { ...PLACE, position: 0, usually_s: 40, slowest_s: 80 } });
  await page.locator(".wait b", { hasText: "You are next, usually under 1 min, slowest about 2 min" }).waitFor();
  // Said aloud at most every half minute: still the first words.
  expect(await page.locator(".wait .vh").textContent()).toContain("4 ahead");
  await page.getByRole("button", { name: "Close" }).click();
  await page.locator(".pill .line", { hasText: "You are next" }).waitFor();
  expect(trouble).toEqual([]);
});

test("one need not stay: told by mail, now or not before a time", async () => {
  const { page, id } = await waiting();
  await act(on.farol, "place", { ticket: id, place: { ...PLACE, busy: true, language_online: false } });
  await page.getByText("We are busy. No need to stay").waitFor();
  await page.getByText("Nobody on shift speaks your language").waitFor();
  await page.getByRole("button", { name: "Mail me when it is my turn" }).click();
  await page.getByText("Noted. You keep your place").waitFor();
  await page.getByRole("combobox").selectOption({ index: 1 });
  await page.getByText(/get a mail after (\d+ \w+ )?\d\d:\d\d/).waitFor();
});

test("a promise is a clock, and admits it when it was not kept", async () => {
  const { page, id } = await waiting();
  await act(on.farol, "promise", { ticket: id, by: new Date(Date.now() + 600_000).toISOString() });
  await page.getByText(/We write again by (\d+ \w+ )?\d\d:\d\d GMT\+8, in 10 min/).waitFor();
  await act(on.farol, "promise", { ticket: id, by: new Date(Date.now() - 60_000).toISOString() });
  await page.getByText(/and did not. That is our fault/).waitFor();
});

test("solved, rated, and rated otherwise", async () => {
  const { page, id } = await waiting();
  await act(on.farol, "reply", { ticket: id, body: "It is there now." });
  await act(on.farol, "status", { ticket: id, status: "resolved" });
  await page.getByRole("button", { name: "Solved", exact: true }).click();
  await page.getByRole("radio", { name: "Stars: 4" }).check({ force: true });
  await page.getByRole("textbox", { name: "Anything to add (optional)" }).fill("quick");
  await page.locator(".rate").getByRole("button", { name: "Send" }).click();
  await page.getByText("Your rating. You can change it").waitFor();
  expect((await newest(on.farol)) as object).toMatchObject({ rating: { stars: 4, comment: "quick", solved: true } });
  await page.getByRole("button", { name: "Not solved" }).click();
  await expect.poll(async () => (await newest(on.farol)).status).toBe("open");
});

test("a merged ticket opens the one it goes on in", async () => {
  const { page, id } = await waiting();
  await page.getByRole("button", { name: "Back" }).click();
  const later = await (async () => {
    await page.getByRole("textbox").fill("another thing");
    await page.getByRole("textbox").press("Enter");
    await page.locator(".standing").waitFor();
    return newest(on.farol);
  })();
  await act(on.farol, "merge", { ticket: later.id, into: { id, number: `FRL-2026-${String(id).padStart(6, "0")}` } });
  await page.locator(".number", { hasText: String(id) }).waitFor();
  await page.getByRole("button", { name: "Back" }).click();
  await page.locator(".item", { hasText: "USDT has not come" }).first().waitFor();
  expect(await page.locator(".item", { hasText: "another thing" }).count()).toBe(0);
});

test("what is wrong for many stands first", async () => {
  const incident = { id: 1, zh: "充值延迟", en: "Deposits are late", words_zh: "在查", words_en: "We are looking", since: new Date().toISOString(), next_update_by: null };
  await act(on.farol, "incidents", { incidents: [incident] });
  const { page, open } = await on.visit();
  await open();
  await page.locator(".bar.risk", { hasText: "Deposits are late" }).waitFor();
});
