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
const text = (selector: string) => visit.page.locator(selector).innerText();
const shows = (selector: string, words: string | RegExp) =>
  visit.page.locator(selector).filter({ hasText: words }).first().waitFor();

test("own items, the failing one first; asking about one opens a ticket about it", async () => {
  visit = await on.visit({ ...mei, lang: "zh" });
  await visit.open();
  await shows(".bad-box", "提币 500 USDT 没成功");
  expect(await visit.page.locator(".list .what b").allInnerTexts()).toEqual([
    "提币 18,500 USDT",
    "充值 1,200 USDT",
    "充值 0.25 BTC",
  ]);
  await shows(".gates", /可交易[\s\S]*3\/12[\s\S]*可提币[\s\S]*3\/64/);
  await visit.page.locator(".bad-box .btn").click();
  await shows(".about", "提币 500 USDT");
  await visit.write("地址我上周就加过了");
  await shows(".standing", /FRL-2026-\d{6}[\s\S]*可以关掉页面/);
  expect(said(await newest(on.farol))).toEqual(["地址我上周就加过了"]);
  expect(visit.trouble).toEqual([]);
});

test("live both ways: sent, read, typing, reply, read mark, resolved, one tap reopens", async () => {
  visit = await on.visit(mei);
  await visit.open();
  await visit.write("Where is my deposit?");
  await shows(".said.customer .state", "Sent");
  const { id } = await newest(on.farol);
  await act(on.farol, "read", { ticket: id });
  await shows(".said.customer .state", "Read");
  await act(on.farol, "typing", { ticket: id, on: true });
  await shows(".typing", "Ana is writing");
  await act(on.farol, "note", { ticket: id });
  await act(on.farol, "reply", {
    ticket: id,
    body: `See ${on.farol.url}/help/en/a/deposit not https://evil.example/x`,
  });
  await shows(".said.staff", "See");
  expect(await visit.page.locator(".typing").count()).toBe(0);
  expect(await visit.page.locator(".said.staff a").allInnerTexts()).toEqual([
    `${on.farol.url}/help/en/a/deposit`,
  ]);
  await expect.poll(async () => (await newest(on.farol)).marks.customer?.seq ?? 0).toBeGreaterThan(4);
  await visit.page.locator("textarea").pressSequentially("thank");
  await expect
    .poll(async () =>
      (await act(on.farol, "tickets")).heard.filter((frame) => frame.t === "typing").map((frame) => frame.on),
    )
    .toEqual([true]);
  await visit.page.locator("textarea").fill("");
  await act(on.farol, "status", { ticket: id, status: "resolved" });
  await visit.page.getByRole("button", { name: "Not solved" }).click();
  await shows(".standing .chip", "Waiting for our reply");
  expect((await newest(on.farol)).status).toBe("open");
});

test("a hidden page does not claim to have read", async () => {
  visit = await on.visit(mei);
  await visit.open();
  await visit.write("Anybody there?");
  await shows(".said.customer .state", "Sent");
  const { id } = await newest(on.farol);
  await visit.page.keyboard.press("Escape");
  await act(on.farol, "reply", { ticket: id, body: "Yes" });
  await shows(".pill .line", "New replies: 1");
  expect((await newest(on.farol)).marks.customer).toBeNull();
  await visit.open();
  await shows(".said.staff", "Yes");
  await expect.poll(async () => (await newest(on.farol)).marks.customer?.seq).toBeTruthy();
});

test("a visitor is asked once where to answer; the message waits, and goes by itself after that", async () => {
  visit = await on.visit();
  await visit.open();
  await visit.write("I cannot sign up");
  await shows(".who", "Where do we answer?");
  await shows(".said", "One step left");
  await visit.page.getByLabel("E-mail").fill("rosa@example");
  await visit.page.getByRole("button", { name: "Send" }).click();
  await shows("#farol-email-hint", "not complete");
  await visit.page.getByLabel("E-mail").fill("rosa@blocked.example");
  await visit.page.getByRole("button", { name: "Send" }).click();
  await shows(".who .hint.err", "cannot be delivered");
  await visit.page.reload();
  await visit.open();
  await shows(".said", "I cannot sign up");
  await visit.page.getByLabel("E-mail").fill("rosa@example.com");
  await visit.page.getByLabel("Your name").fill("Rosa");
  await visit.page.getByLabel("Your name").press("Enter");
  await shows(".standing", "FRL-2026-");
  expect(said(await newest(on.farol))).toEqual(["I cannot sign up"]);
});

test("a secret is taken out, and the typed words do not stay on screen or in storage", async () => {
  visit = await on.visit(mei);
  await visit.open();
  await visit.write(`${"abandon ".repeat(11)}about`);
  await shows(".removed", /助记词|seed phrase/);
  expect(await text(".panel")).not.toContain("abandon");
  expect(
    await visit.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })),
  ).not.toContain("abandon");
});

test("Enter sends, Shift+Enter breaks the line, an input method's Enter does neither", async () => {
  visit = await on.visit(mei);
  await visit.open();
  const field = visit.page.locator("textarea");
  await field.pressSequentially("one");
  await field.press("Shift+Enter");
  await field.pressSequentially("two");
  await field.evaluate((area) =>
    area.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, composed: true }),
    ),
  );
  expect(await field.inputValue()).toBe("one\ntwo");
  await field.press("Enter");
  await shows(".said .words", "one");
  expect(said(await newest(on.farol))).toEqual(["one\ntwo"]);
});

test("files: pasted, picked and refused, with words; the picture is shown and can be fetched", async () => {
  visit = await on.visit(mei);
  await visit.open();
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP8z8DAwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg==",
    "base64",
  );
  await visit.page.locator("input[type=file]").setInputFiles([
    { name: "截图.png", mimeType: "image/png", buffer: png },
    { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) },
    { name: "setup.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") },
  ]);
  await shows(".composer .hint.err", "This file cannot be taken");
  await shows(".composer .hint.err", "empty.txt is empty");
  expect(await visit.page.locator(".tray li").count()).toBe(1);
  await visit.write("screenshot");
  await shows(".file-name", "截图.png");
  await visit.page.locator(".said .file button canvas").waitFor();
  await expect
    .poll(() =>
      visit.page.locator(".said .file canvas").evaluate((canvas: HTMLCanvasElement) => canvas.width),
    )
    .toBe(2);
  const [download] = await Promise.all([
    visit.page.waitForEvent("download"),
    visit.page.locator(".said .file button").click(),
  ]);
  expect(download.suggestedFilename()).toBe("截图.png");
  expect((await newest(on.farol)).log.at(-1)?.message?.files.map((file) => file.size)).toEqual([png.length]);
});

test("a pasted screenshot and a dropped file are added", async () => {
  visit = await on.visit(mei);
  await visit.open();
  const bring = (kind: "paste" | "drop", name: string) =>
    visit.page.locator("textarea").evaluate(
      (field, [type, title]) => {
        const data = new DataTransfer();
        data.items.add(new File(["bytes"], title!, { type: "text/plain" }));
        const init = { bubbles: true, composed: true, cancelable: true };
        const event =
          type === "paste"
            ? new ClipboardEvent("paste", { ...init, clipboardData: data })
            : new DragEvent("drop", { ...init, dataTransfer: data });
        field.dispatchEvent(event);
      },
      [kind, name],
    );
  await bring("paste", "pasted.txt");
  await bring("drop", "dropped.txt");
  await expect
    .poll(() => visit.page.locator(".tray bdi").allInnerTexts())
    .toEqual(["pasted.txt", "dropped.txt"]);
  await visit.page.getByRole("button", { name: "Remove pasted.txt" }).click();
  await visit.write("here");
  await shows(".said .file-name", "dropped.txt");
  expect((await newest(on.farol)).log.at(-1)?.message?.files.map((file) => file.name)).toEqual([
    "dropped.txt",
  ]);
});

test("a long conversation: earlier pages load without moving the text; news never moves the reader", async () => {
  visit = await on.visit(mei);
  await visit.open();
  await visit.write("long story");
  await shows(".said.customer .state", "Sent");
  const { id } = await newest(on.farol);
  for (let index = 1; index <= 70; index += 1)
    await act(on.farol, "reply", { ticket: id, body: `answer ${index}` });
  await visit.page.reload();
  await visit.open();
  await visit.page.locator(".item", { hasText: "long story" }).first().click();
  await shows(".said", "answer 70");
  await visit.page.locator(".log").evaluate((log) => (log.scrollTop = 0));
  const before = await visit.page.locator(".said", { hasText: "answer 25" }).boundingBox();
  await visit.page.getByRole("button", { name: "Earlier messages" }).click();
  await visit.page.locator(".said", { hasText: "long story" }).waitFor();
  const after = await visit.page.locator(".said", { hasText: "answer 25" }).boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 99))).toBeLessThan(60);
  const place = await visit.page.locator(".log").evaluate((log) => log.scrollTop);
  await act(on.farol, "reply", { ticket: id, body: "newest" });
  await visit.page.getByRole("button", { name: "New message" }).waitFor();
  expect(await visit.page.locator(".log").evaluate((log) => log.scrollTop)).toBe(place);
  await visit.page.getByRole("button", { name: "New message" }).click();
  await expect
    .poll(() =>
      visit.page.locator(".log").evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight),
    )
    .toBeLessThan(2);
});
