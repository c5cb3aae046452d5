import { describe, expect, it } from "vitest";
import { shown } from "@/posts/shown";

describe("a preview of a post", () => {
  it("reads as it will there, without the platform's marks", () => {
    expect(shown("<b>Open &amp; safe</b>\n\n1 &lt; 2", "telegram")).toEqual([{ text: "Open & safe", bold: true }, { text: "\n\n1 < 2", bold: false }]);
    expect(shown("**Open**\n\nword\\_word", "discord")).toEqual([{ text: "Open", bold: true }, { text: "\n\nword_word", bold: false }]);
    expect(shown("<b>as it is</b> **so**", "x")).toEqual([{ text: "<b>as it is</b> **so**", bold: false }]);
  });
});
