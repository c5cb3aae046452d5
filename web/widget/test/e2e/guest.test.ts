// A guest in somebody else's page: strict policies, rude style sheets, small screens, both directions,
// assistive technology.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { act, MEI, newest, stage, type Stage, type Visit } from "./stage";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SHOTS = process.env["FAROL_SHOTS"];
let on: Stage;
let visit: Visit;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.close());
afterEach(() => visit.page.context().close());
const mei = { sub: MEI, name: "Mei" };
const shows = (selector: string, words: string | RegExp) =>
  visit.page.locator(selector).filter({ hasText: words }).first().waitFor();
const box = (selector: string) => visit.page.locator(selector).first().boundingBox();

test("a strict policy with Trusted Types: pictures, sending and the socket work, nothing is refused", async () => {
  visit = await on.visit({ ...mei, strict: "1" });
  await visit.open();
  await visit.page.locator("input[type=file]").setInputFiles([
    {
      name: "a.png",
      mimeType: "image/png",
      buffer: Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP8z8DAwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg==",
        "base64",
      ),
    },
  ]);
  await visit.write("strict");
  await shows(".said.customer .state", "Sent");
  await visit.page.locator(".said .file button canvas").waitFor();
  await act(on.farol, "reply", {
    ticket: (await newest(on.farol)).id,
    body: "<img src=x onerror=alert(1)> **hi**",
  });
  await shows(".said.staff .words", "<img src=x onerror=alert(1)> **hi**");
  expect(
    await visit.page.evaluate(
      () => document.querySelector("farol-widget")?.shadowRoot?.querySelectorAll("img, script, style").length,
    ),
  ).toBe(0);
  expect(visit.trouble).toEqual([]);
});

test("a rude host style sheet changes nothing, and the widget changes nothing of the host", async () => {
  const measure = async () => {
    const pill = await box(".pill");
    await visit.open();
    await shows(".bad-box", "Withdrawal");
    await visit.page.waitForTimeout(400);
    return JSON.stringify([
      pill,
      await box(".panel"),
      await box(".bad-box"),
      await box("textarea"),
      await visit.page
        .locator(".bad-box b")
        .evaluate((element) => [
          getComputedStyle(element).fontFamily,
          getComputedStyle(element).color,
          getComputedStyle(element).letterSpacing,
          getComputedStyle(element).fontSize,
        ]),
    ]);
  };
  visit = await on.visit(mei);
  const plain = await measure();
  await visit.page.context().close();
  visit = await on.visit({ ...mei, greedy: "1" });
  const before = await visit.page.locator("h1").boundingBox();
  expect(await measure()).toBe(plain);
  expect(await visit.page.locator("h1").boundingBox()).toEqual(before);
});

test("one global, two verbs, untouched title", async () => {
  visit = await on.visit(mei);
  await visit.page.evaluate(() => (window as unknown as { farol: { open(): void } }).farol.open());
  await visit.page.locator(".panel").waitFor();
  const added = await visit.page.evaluate(() => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const clean = new Set(Object.getOwnPropertyNames(frame.contentWindow));
    frame.remove();
    return Object.getOwnPropertyNames(window).filter((name) => !clean.has(name) && !/^\d+$/.test(name));
  });
  expect(added.filter((name) => !name.startsWith("__playwright") && !name.startsWith("__pw"))).toEqual([
    "farol",
  ]);
  expect(
    await visit.page.evaluate(() => Object.keys((window as unknown as { farol: object }).farol).sort()),
  ).toEqual(["close", "identity", "open"]);
  expect(await visit.page.title()).toBe("Demo Exchange");
  await visit.page.evaluate(() => (window as unknown as { farol: { close(): void } }).farol.close());
  await visit.page.locator(".pill").waitFor();
});

test("keyboard: opened, used and closed without a mouse; the focus comes back; the host's shortcuts stay quiet", async () => {
  visit = await on.visit(mei);
  await visit.page.evaluate(() =>
    document.addEventListener("keydown", () => Object.assign(window, { fired: true })),
  );
  await visit.page.locator(".pill").focus();
  await visit.page.evaluate(() => Object.assign(window, { fired: false }));
  await visit.page.locator(".pill").press("Enter");
  await visit.page.locator(".panel").waitFor();
  await visit.page.evaluate(() => Object.assign(window, { fired: false }));
  const focused = () =>
    visit.page.evaluate(() => document.querySelector("farol-widget")?.shadowRoot?.activeElement?.tagName);
  await expect.poll(focused).toBe("TEXTAREA");
  await visit.page.keyboard.type("jk");
  expect(await visit.page.evaluate(() => (window as unknown as { fired: boolean }).fired)).toBe(false);
  await visit.page.keyboard.press("Escape");
  await expect
    .poll(() =>
      visit.page.evaluate(() => document.querySelector("farol-widget")?.shadowRoot?.activeElement?.className),
    )
    .toContain("pill");
});

test.each([
  { name: "360-light-zh", width: 360, height: 640, theme: "light", lang: "zh", dir: "ltr" },
  { name: "360-dark-en", width: 360, height: 640, theme: "dark", lang: "en", dir: "ltr" },
  { name: "320-light-en", width: 320, height: 568, theme: "light", lang: "en", dir: "ltr" },
  { name: "390-dark-zh", width: 390, height: 844, theme: "dark", lang: "zh", dir: "ltr" },
  { name: "1280-light-en", width: 1280, height: 900, theme: "light", lang: "en", dir: "ltr" },
  { name: "1280-dark-zh", width: 1280, height: 900, theme: "dark", lang: "zh", dir: "ltr" },
  { name: "390-rtl-en", width: 390, height: 844, theme: "light", lang: "en", dir: "rtl" },
] as const)(
  "$name: nothing is cut off and axe finds nothing",
  async ({ name, width, height, theme, lang, dir }) => {
    const phone = width < 500;
    visit = await on.visit(
      { ...mei, lang, dir },
      {
        viewport: { width, height },
        colorScheme: theme,
        isMobile: phone,
        hasTouch: phone,
        reducedMotion: "reduce",
      },
    );
    const look = async (state: string) => {
      if (SHOTS) await visit.page.screenshot({ path: `${SHOTS}/${name}-${state}.png` });
      const found = await visit.page.evaluate(async (axe) => {
        new Function(axe)();
        const root = document.querySelector("farol-widget")?.shadowRoot;
        const wide = [...(root?.querySelectorAll(".panel, .body, .composer, .standing") ?? [])]
          .filter((element) => element.scrollWidth > element.clientWidth + 1)
          .map((element) => element.className);
        const api = (
          window as unknown as {
            axe: {
              run(
                context: object,
                options: object,
              ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          }
        ).axe;
        const { violations } = await api.run(
          { include: [["farol-widget"]] },
          { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] },
        );
        return {
          wide,
          violations: violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`),
        };
      }, AXE);
      expect(found, state).toEqual({ wide: [], violations: [] });
    };
    await look("pill");
    await visit.open();
    await shows(".bad-box", "500 USDT");
    await look("home");
    await visit.page.locator(".item-button").nth(1).click();
    await look("about");
    await visit.write(
      lang === "zh"
        ? "没到账，0xa1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2"
        : "Not arrived: 0xa1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2",
    );
    await shows(".said.customer .state", /Sent|已发送/);
    const { id } = await newest(on.farol);
    await act(on.farol, "assistant", {
      ticket: id,
      body:
        lang === "zh"
          ? "我不确定，不想猜。已转给人工。"
          : "I am not sure and will not guess. A person will look.",
    });
    await act(on.farol, "reply", {
      ticket: id,
      body:
        lang === "zh" ? "链上 3/12 确认，约 14:30 可交易。" : "3 of 12 confirmations. Tradable about 14:30.",
      language: lang,
    });
    await shows(".said.staff", "3");
    await look("talk");
    await act(on.farol, "status", { ticket: id, status: "resolved" });
    await shows(".standing", /FRL/);
    await visit.page.locator(".solved").waitFor();
    await look("resolved");
  },
);
