import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pillWords } from "../../src/loader/pill";
import { whoOf } from "../../src/loader/session";
import { factsOf, NOTHING, sortedItems, sortedTickets, type Facts } from "../../src/model/home";
import { fingerprint, uuid } from "../../../live/ids";
import { parts } from "../../src/model/links";
import { fileTrouble, isEmail, MOST_BYTES, size } from "../../src/model/sizes";
import { daysAgo, moment } from "../../src/model/time";
import type { Item, Place, Tone } from "../../src/model/types";
import { laterTimes, placeKey, span } from "../../src/model/wait";
import { asLang, filled, PILL, TEXTS, type PillTable } from "../../src/texts";
import { complete as waysComplete } from "../../src/ways/words";
import { ticket } from "./make";

const FAROL = "https://help.example";
const PILLS = Object.fromEntries(
  (["zh", "en"] as const).map((lang, at) => [lang, Object.fromEntries(Object.entries(PILL).map(([key, pair]) => [key, pair[at]]))]),
) as Record<"zh" | "en", PillTable>;
const said = (facts: Facts, lang: "zh" | "en") => pillWords(facts, lang, PILLS[lang]);
const FOLDER = new URL("../../src/words/", import.meta.url);
const LANGS = readdirSync(FOLDER).map((name) => name.replace(".json", ""));
const words = (lang: string) =>
  JSON.parse(readFileSync(new URL(`${lang}.json`, FOLDER), "utf8")) as Record<"pill" | "words", Record<string, string>>;

describe("links in an answer", () => {
  const hrefs = (text: string) => parts(text, FAROL).flatMap((part) => part.href ?? []);

  test("only Farol's own addresses can be pressed", () => {
    expect(hrefs(`看 ${FAROL}/help/zh/a/deposit。还有 https://evil.example/help`)).toEqual([
      `${FAROL}/help/zh/a/deposit`,
    ]);
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "https://help.example.evil.example/",
    "https://help.example@evil.example/",
    "https://a:b@help.example/",
    "http://help.example/",
    "https://help.example:8443/",
    "//help.example/",
    "ftp://help.example/",
    "https://hélp.example/",
    "https://help.example\u2028javascript:alert(1)",
  ])("%s stays text or leads home", (text) => {
    for (const href of hrefs(text)) expect(new URL(href).origin).toBe(FAROL);
    expect(hrefs("javascript:alert(1)")).toEqual([]);
  });

  test.each(["", "plain", `a ${FAROL}/x, b ${FAROL}/y.`, `(${FAROL}/z)`, "<img src=x onerror=alert(1)>"])(
    "the pieces of %j are the text",
    (text) => {
      expect(
        parts(text, FAROL)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
    },
  );

  test("punctuation after an address is not part of it", () => {
    expect(hrefs(`${FAROL}/x, then ${FAROL}/y.`)).toEqual([`${FAROL}/x`, `${FAROL}/y`]);
  });
});

describe("what comes first", () => {
  const item = (id: string, tone: Tone, at: string): Item => ({
    kind: "deposit",
    id,
    coin: "BTC",
    network: "BTC",
    amount: "1",
    state: "",
    tone,
    at,
    title: { zh: id, en: id },
    line: { zh: "行", en: "line" },
    gates: null,
    txid: null,
  });
  const items = [
    item("done", "done", "2026-11-21"),
    item("old", "failed", "2026-11-19"),
    item("moving", "moving", "2026-11-20"),
    item("new", "failed", "2026-11-20"),
    item("held", "held", "2026-11-01"),
  ];

  test("failed, held, moving, done; newest first", () => {
    expect(sortedItems(items).map((one) => one.id)).toEqual(["new", "old", "held", "moving", "done"]);
  });

  test("unread tickets, open ones, then the rest", () => {
    const rows = [
      ticket({ id: 1, status: "resolved" }),
      ticket({ id: 2 }),
      ticket({ id: 3, status: "resolved", unread: 1 }),
    ];
    expect(sortedTickets(rows).map((one) => one.id)).toEqual([3, 2, 1]);
  });

  test("the pill tells the worst thing first", () => {
    const facts = factsOf({ items, tickets: [ticket({ unread: 2, status: "pending" })] });
    expect(said({ ...facts, offline: true, unsent: 3 }, "zh").title).toBe("网络断开");
    expect(said({ ...facts, unsent: 3 }, "en").title).toBe("3 not sent yet");
    expect(said(facts, "zh")).toMatchObject({ line: "2 条新回复", count: "2" });
    expect(said({ ...facts, unread: 0 }, "en").title).toBe("new");
    expect(said({ ...facts, unread: 0, failed: null }, "zh").line).toBe("FRL-2026-000007 等您回复");
    expect(said(NOTHING, "en").count).toBe("");
  });

  test("the pill tells who waits how long it will be", () => {
    const facts = factsOf({ items: [], tickets: [ticket()] });
    const says = (place: Partial<Place>) => said({ ...facts, place: { ...PLACE, ...place } }, "zh").line;
    expect(says({})).toBe("前面 4 人，通常 3 分钟内");
    expect(says({ position: 0 })).toBe("下一个就是您");
    expect(says({ usually_s: null, slowest_s: null })).toBe("客服不在线，回复会发邮件");
  });

  test("a ticket that goes on in another stands there alone", () => {
    const rows = [ticket({ id: 1, continues_in: { id: 2, number: "FRL-2026-000002" } }), ticket({ id: 2 })];
    expect(sortedTickets(rows).map((one) => one.id)).toEqual([2]);
  });
});

const PLACE: Place = { position: 4, usually_s: 170, slowest_s: 360, language_online: true };

describe("a wait in words", () => {
  test.each([[20, "1 min"], [61, "2 min"], [5400, "90 min"], [5401, "2 h"], [90_000, "25 h"]])("%i s is %s", (s, text) => {
    expect(span(s, "en")).toBe(text);
  });

  test("the sentence fits who is there", () => {
    expect(placeKey(PLACE)).toBe("wait_place");
    expect(placeKey({ ...PLACE, position: 0 })).toBe("wait_next");
    expect(placeKey({ ...PLACE, usually_s: null })).toBe("wait_nobody");
    expect(placeKey({ ...PLACE, usually_s: null, position: 0 })).toBe("wait_nobody_next");
  });

  test("later is in an hour, in three, or tomorrow at nine, and always ahead within a week", () => {
    const now = new Date(2026, 10, 21, 23, 30);
    expect(laterTimes(now).map((at) => (at.getTime() - now.getTime()) / 3_600_000)).toEqual([1, 3, 9.5]);
  });

  test("an open ticket that was answered last does not wait for us", () => {
    const words = (author_kind: "customer" | "staff") => ({ author_kind, text: "", at: "" });
    const says = (kind: "customer" | "staff") =>
      said(factsOf({ items: [], tickets: [ticket({ last_words: words(kind) })] }), "en").line;
    expect(says("customer")).toBe("FRL-2026-000007 waiting for our reply");
    expect(says("staff")).toBe("FRL-2026-000007 answered");
  });
});

describe("words", () => {
  test("every text has both languages and the same places to fill", () => {
    for (const [key, [zh, en]] of Object.entries({ ...PILL, ...TEXTS })) {
      const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
      expect(zh && en, key).toBeTruthy();
      expect(places(zh), key).toEqual(places(en));
    }
  });

  test("house style: no exclamation marks, no blame, no soon", () => {
    for (const pair of Object.values({ ...PILL, ...TEXTS }))
      expect(pair.join(" ")).not.toMatch(/[!！]|unfortunately|\bsoon\b|尊敬|亲爱/i);
  });

  test("filled in, by language", () => {
    expect(filled(PILL.unread[0], { n: 2 })).toBe("2 条新回复");
    const tags = ["zh-TW", "ZH", "ru", "pt-BR", "ar-EG", "fr", null];
    expect(tags.map(asLang)).toEqual(["zh-Hant", "zh", "ru", "pt", "ar", "en", "en"]);
  });

  test.each(LANGS)("%s says everything, with the same places to fill, and does not shout", (lang) => {
    const places = (text: string | undefined) => [...(text ?? "").matchAll(/\{\w+\}/g)].map(String).sort();
    const own = words(lang);
    for (const [table, pairs] of [[own.pill, PILL], [own.words, TEXTS]] as const) {
      expect(Object.keys(table)).toEqual(Object.keys(pairs));
      for (const [key, [, en]] of Object.entries(pairs)) {
        expect(table[key], key).toBeTruthy();
        expect(places(table[key]), key).toEqual(places(en));
        expect(table[key], key).not.toMatch(/[!！¡]/);
      }
    }
  });

  test("a wait in every language", () => {
    expect(span(170, "zh-Hant")).toMatch(/^3/);
    expect(span(170, "ar")).toMatch(/3/);
    expect(span(7200, "ru")).toMatch(/^2\sч$/);
  });
});

describe("small rules", () => {
  test("e-mail as typed", () => {
    expect(["rosa@example.com", "a.b+c@mail.example.co", "李@例子.中国"].every(isEmail)).toBe(true);
    expect(
      ["", "rosa", "rosa@", "rosa@example", "ro sa@example.com", "@example.com", "a@b..com", "a@.com"].some(
        isEmail,
      ),
    ).toBe(false);
    expect(isEmail(`${"a".repeat(250)}@example.com`)).toBe(false);
  });

  test("files", () => {
    expect([
      fileTrouble({ size: 0 }, 0),
      fileTrouble({ size: MOST_BYTES + 1 }, 0),
      fileTrouble({ size: 5 }, 10),
      fileTrouble({ size: MOST_BYTES }, 9),
    ]).toEqual(["file_empty", "file_big", "file_many", null]);
    expect([size(12), size(2048), size(3_565_158)]).toEqual(["12 B", "2 KB", "3.4 MB"]);
  });

  test("ids", () => {
    expect(uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(fingerprint("20778177")).not.toBe(fingerprint("20778178"));
    expect(whoOf(`e30.${btoa(JSON.stringify({ sub: "20778177" }))}.x`)).toBe(`c${fingerprint("20778177")}`);
    expect([whoOf(null), whoOf("rubbish"), whoOf("a.b.c")]).toEqual([null, null, null]);
  });

  test("uuid without crypto.randomUUID", () => {
    const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(crypto), "randomUUID");
    Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
    expect(uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    if (own) Object.defineProperty(crypto, "randomUUID", own);
  });

  test("a deadline on another day names the day", () => {
    const now = new Date(2026, 10, 21, 12, 0);
    const local = (day: number, hour: number) => new Date(2026, 10, day, hour, 30).toISOString();
    expect(moment(local(21, 14), "en", now)).toBe("14:30");
    expect(moment(local(22, 9), "en", now)).toBe("22 Nov 09:30");
    expect(daysAgo(local(20, 23), now)).toBe(1);
  });
});

describe("what comes with the lazily loaded part", () => {
  test("has every sentence of sounds and ways in every language", () => {
    for (const lang of ["zh", "en", ...LANGS] as const) expect(waysComplete(asLang(lang)), lang).toBe(true);
  });
});
