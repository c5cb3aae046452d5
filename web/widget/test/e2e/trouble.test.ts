// Bad networks, reloads, several tabs, lost sessions: nothing is lost, nothing is sent twice.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { act, MEI, newest, said, stage, type Stage, type Visit } from "./stage";

let on: Stage;
let visit: Visit;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.close());
afterEach(async () => {
  await act(on.farol, "faults");
  await visit.page.context().close();
});
const mei = { sub: MEI, name: "Mei" };
const shows = (selector: string, words: string | RegExp) =>
  visit.page.locator(selector).filter({ hasText: words }).first().waitFor();
const begun = async (words = "first") => {
  visit = await on.visit(mei);
  await visit.open();
  await visit.write(words);
  await shows(".said.customer .state", "Sent");
  return (await newest(on.farol)).id;
};

test("the server is away: words are kept, shown as kept, and go in order when it is back", async () => {
  await begun();
  await act(on.farol, "faults", { away: true });
  await act(on.farol, "drop");
  await visit.write("second");
  await visit.write("third");
  await shows(".said.late .meta", "Not sent, kept here");
  await shows(".banner", "Offline since");
  await act(on.farol, "faults");
  await expect
    .poll(async () => said(await newest(on.farol)), { timeout: 15_000 })
    .toEqual(["first", "second", "third"]);
  await expect.poll(() => visit.page.locator(".banner p").count(), { timeout: 15_000 }).toBe(0);
  expect(await visit.page.locator(".said.customer").count()).toBe(3);
});

test("the answer is lost after the server took the message: sent again, taken once", async () => {
  await begun("only");
  await act(on.farol, "faults", { lost: true });
  await visit.write("exactly once");
  await shows(".said.customer", "exactly once");
  await new Promise((done) => setTimeout(done, 300));
  await act(on.farol, "faults");
  await expect.poll(() => visit.page.locator(".late, .going").count(), { timeout: 10_000 }).toBe(0);
  expect(said(await newest(on.farol))).toEqual(["only", "exactly once"]);
  expect(await visit.page.locator(".said.customer").count()).toBe(2);
});

test("a reload in the middle loses nothing and the widget sends without being opened", async () => {
  await begun("before");
  await act(on.farol, "faults", { status: 503 });
  await visit.page
    .locator("input[type=file]")
    .setInputFiles([{ name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("hello") }]);
  await visit.write("with a file");
  await shows(".said.late", "with a file");
  await visit.page.locator("textarea").fill("half a sent");
  await visit.page.reload();
  await shows(".pill .title", "1 not sent yet");
  await act(on.farol, "faults");
  await expect
    .poll(async () => said(await newest(on.farol)), { timeout: 15_000 })
    .toEqual(["before", "with a file"]);
  expect((await newest(on.farol)).log.at(-1)?.message?.files[0]?.name).toBe("note.txt");
  await visit.open();
  await visit.page.locator(".list .item").first().click();
  await expect.poll(() => visit.page.locator("textarea").inputValue()).toBe("half a sent");
});

test("no socket at all: polling carries the conversation", async () => {
  const ticket = await begun();
  await act(on.farol, "faults", { nosocket: true });
  await act(on.farol, "drop");
  await act(on.farol, "reply", { ticket, body: "by polling" });
  await shows(".said.staff", "by polling");
  expect(await visit.page.locator(".banner p").count()).toBe(0);
});

test("what happened while the socket was down is fetched from the cursor, once", async () => {
  const ticket = await begun();
  await act(on.farol, "drop");
  for (const body of ["one", "two", "three"]) await act(on.farol, "reply", { ticket, body });
  await shows(".said.staff", "three");
  expect(await visit.page.locator(".said.staff .words").allInnerTexts()).toEqual(["one", "two", "three"]);
  const last = (await newest(on.farol)).log.filter((frame) => frame.message).at(-1)?.seq;
  await expect.poll(async () => (await newest(on.farol)).marks.customer?.seq).toBe(last);
});

test("a hole in the frames is read over HTTP", async () => {
  const ticket = await begun();
  const { seq } = await newest(on.farol);
  await act(on.farol, "frame", { frame: { t: "at", ticket, seq: seq + 5 } });
  await act(on.farol, "frame", { frame: { t: "fireworks", ticket, seq: seq + 9 } });
  await act(on.farol, "reply", { ticket, body: "still in step" });
  await shows(".said.staff", "still in step");
});

test("refused for good: said why, kept, and can go as a new question", async () => {
  const ticket = await begun("old");
  await act(on.farol, "drop");
  await act(on.farol, "faults", { status: 409, code: "ticket_closed", detail: "This ticket is closed." });
  await visit.write("one more thing");
  await shows(".refusal", /Not sent\. Kept here · This ticket is closed/);
  await act(on.farol, "faults");
  await visit.page.getByRole("button", { name: "Send as a new question" }).click();
  await shows(".standing", "FRL-");
  const made = await newest(on.farol);
  expect([made.id > ticket, said(made)]).toEqual([true, ["one more thing"]]);
});

test("the session ended: the host page is asked again, unseen by the customer", async () => {
  await begun("hello");
  await act(on.farol, "revoke");
  await visit.write("still here");
  await expect.poll(async () => said(await newest(on.farol))).toEqual(["hello", "still here"]);
});

test("signed out at the exchange: nothing of the customer stays on screen", async () => {
  await begun("private words");
  await visit.page.evaluate(() => Object.assign(window, { signedOut: true }));
  await act(on.farol, "revoke");
  await visit.page.keyboard.press("Escape");
  await visit.page.locator(".pill").click();
  await expect.poll(() => visit.page.locator(".panel").innerText()).not.toMatch(/private words|Mei|USDT/);
});

test("two tabs stay in step and send once", async () => {
  const ticket = await begun("from one");
  const one = visit;
  const two = await on.visit(mei, one.page);
  await two.open();
  await two.page.locator(".item", { hasText: "from one" }).first().click();
  await two.page.locator(".said", { hasText: "from one" }).waitFor();
  await two.write("from two");
  await shows(".said", "from two");
  await act(on.farol, "reply", { ticket, body: "to both" });
  await Promise.all(
    [one, two].map((tab) => tab.page.locator(".said.staff", { hasText: "to both" }).waitFor()),
  );
  expect(said(await newest(on.farol))).toEqual(["from one", "from two"]);
});
