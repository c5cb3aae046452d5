/** What is shown of a mail: its checks, what hides in its words, its pictures. */
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Proof } from "@/mailroom/api";
import { elsewhere } from "@/mailroom/elsewhere";
import { documentOf, undressed, withPictures } from "@/mailroom/frame";
import { hiddenIn, linesOf, marksOf } from "@/mailroom/marks";
import { rows, rowTone, tone } from "@/mailroom/proof";

const proof = (changed: Partial<Proof>): Proof => ({
  author: "example.com", spf: { result: "pass", domain: "example.com", of: "mailfrom" }, dkim: [], dmarc: { result: "pass", domain: "example.com", policy: "reject" },
  arc: { result: "none", sealers: [], vouched: false }, aligned: true, why: "aligned", imitates: "", ...changed,
});

describe("checks of a mail", () => {
  it("are good only when the domain stands behind it and nobody else's name does", () => {
    expect(tone(proof({}))).toBe("good");
    expect(tone(proof({ imitates: "Farol" }))).toBe("ember");
    expect(tone(proof({ aligned: false, why: "spoofed" }))).toBe("ember");
    expect(tone(proof({ aligned: false, why: "unproven" }))).toBe("risk");
  });
  it("say that there is no signature, and give each one its row", () => {
    expect(rows(proof({})).map((row) => [row.check, row.result])).toEqual([["SPF", "pass"], ["DKIM", "none"], ["DMARC", "pass"], ["ARC", "none"]]);
    const two = rows(proof({ dkim: [{ result: "pass", domain: "a.com", selector: "s1", why: "" }, { result: "fail", domain: "b.com", selector: "s2", why: "body_changed" }] }));
    expect(two.filter((row) => row.check === "DKIM").map((row) => [row.domain, row.why])).toEqual([["a.com", ""], ["b.com", "body_changed"]]);
  });
  it("mark what failed, and nothing else", () => {
    expect(rows(proof({ spf: { result: "softfail", domain: "x.com", of: "mailfrom" } })).map(rowTone)).toEqual(["ember", "dim", "good", "dim"]);
  });
});

describe("what hides in words", () => {
  it("is set apart and counted", () => {
    expect(marksOf("pay[U+200B x3]pal [U+202E]x")).toEqual([
      { text: "pay", hides: false }, { text: "U+200B x3", hides: true }, { text: "pal ", hides: false }, { text: "U+202E", hides: true }, { text: "x", hides: false },
    ]);
    expect(hiddenIn("pay[U+200B x3]pal [U+202E]x")).toBe(4);
    expect(hiddenIn("[U+notahex] [u+200b]")).toBe(0);
  });
  it("keeps empty lines, and tells quotes from the message", () => {
    expect(linesOf("hello\n\n> before", [[2, 3]]).map((line) => [line.marks[0]!.text, line.cut])).toEqual([["hello", false], ["", false], ["> before", true]]);
  });
});

describe("a mail in its frame", () => {
  it("gets only the pictures that came with it", () => {
    const html = '<img data-picture="0" alt="a"><img data-picture="7"><img data-remote="1">';
    expect(withPictures(html, new Map([[0, "data:image/png;base64,AA"]]))).toBe('<img data-picture="0" src="data:image/png;base64,AA" alt="a"><img data-picture="7"><img data-remote="1">');
  });
  it("names no address but its styles", () => {
    expect(documentOf("<p>x</p>", "http://here/a.css").match(/(?:src|href)="[^"]*"/g)).toEqual(['href="http://here/a.css"']);
  });
  it("puts style attributes aside, in tags only", () => {
    expect(undressed('<p style="color:red">a style="b" c</p><img alt="x" style="y">')).toBe('<p data-style="color:red">a style="b" c</p><img alt="x" data-style="y">');
  });
});

describe("pictures elsewhere", () => {
  afterEach(() => vi.unstubAllGlobals());
  const html = '<img data-remote="0" alt="a"><img data-remote="1"><img data-picture="1">';
  const served = (...bad: number[]) => {
    const asked: string[] = [];
    vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
      asked.push(`${init.method} ${path}`);
      const refused = bad.includes(Number(path.split("/").pop()));
      return Promise.resolve(new Response(refused ? "{}" : "pixels", { status: refused ? 502 : 200, headers: { "content-type": refused ? "application/json" : "image/webp" } }));
    });
    return asked;
  };
  it("are asked of nobody until somebody presses, and then of our server alone", async () => {
    const asked = served(1);
    const far = elsewhere(7, 9);
    expect(withPictures(html, new Map(), far.pictures.value)).toBe(html);
    expect(asked).toEqual([]);
    await far.show(2);
    expect(asked).toEqual(["POST /api/console/tickets/7/mails/9/pictures/0", "POST /api/console/tickets/7/mails/9/pictures/1"]);
    expect(withPictures(html, new Map(), far.pictures.value)).toMatch(/^<img data-remote="0" src="data:image\/webp;base64,[A-Za-z0-9+/=]+" alt="a"><img data-remote="1"><img data-picture="1">$/);
    expect([far.state.value, far.asked.value, far.pictures.value.size]).toEqual(["shown", 2, 1]);
  });
  it("stop when somebody says so or goes", async () => {
    const asked = served();
    const far = elsewhere(7, 9);
    const showing = far.show(30);
    far.stop();
    await showing;
    expect(asked.length).toBe(1);
    expect(far.state.value).toBe("away");
  });
  it("come only as what our server draws", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("<svg/>", { headers: { "content-type": "image/svg+xml" } })));
    const far = elsewhere(7, 9);
    await far.show(1);
    expect(far.pictures.value.size).toBe(0);
  });
});
