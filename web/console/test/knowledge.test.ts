import { describe, expect, it, vi } from "vitest";
import type { VNode } from "vue";

vi.stubGlobal("addEventListener", () => undefined);
vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined });

const { PreviewParts } = await import("@/knowledge/PreviewParts");
const { branches } = await import("@/knowledge/topics");

const topic = (code: string, parent = "") => ({ id: 1, code, parent, zh: code, en: code, place: 0, version: 1 });

describe("topics", () => {
  it("stand after the one they are below, with how deep", () => {
    const tree = branches([topic("b", "a"), topic("a"), topic("c", "b"), topic("d")], (one) => one.en);
    expect(tree.map((one) => [one.code, one.depth])).toEqual([["a", 0], ["b", 1], ["c", 2], ["d", 0]]);
  });
});

describe("preview", () => {
  const draw = (nodes: unknown[]) => {
    const made = (PreviewParts as unknown as (props: object) => VNode)({ parts: [{ kind: "prose", nodes, filters: {} }], lang: "en" });
    return JSON.stringify(made, (key, value: unknown) => (["type", "props", "children"].includes(key) || !key || /^\d+$/.test(key) || typeof value === "string" ? value : undefined));
  };
  it("makes no element that is not on the list, and no attribute that runs", () => {
    const made = draw([{ tag: "script", attrs: { src: "//evil" }, children: ["alert(1)"] }, { tag: "p", attrs: { onclick: "x", class: "evil" }, children: ["a"] }]);
    expect(made).not.toContain('"script"');
    expect(made).not.toContain("onclick");
    expect(made).not.toContain("evil");
  });
  it("keeps good links, opens them elsewhere, and drops others", () => {
    const link = (href: string) => (PreviewParts as unknown as (props: object) => VNode)({ parts: [{ kind: "prose", nodes: [{ tag: "a", attrs: { href }, children: ["x"] }], filters: {} }], lang: "en" });
    const hrefOf = (href: string) => (((link(href).children as VNode[][])[0]![0] as VNode).props ?? {}).href as string | undefined;
    expect(hrefOf("https://a.example")).toBe("https://a.example");
    expect(hrefOf("find-txid#steps")).toBe("/help/en/a/find-txid#steps");
    expect(hrefOf("//evil.example")).toBeUndefined();
    expect(hrefOf("javascript:alert(1)")).toBeUndefined();
  });
  it("takes pictures from us alone", () => {
    const made = draw([{ tag: "img", attrs: { src: "https://evil.example/x.png", alt: "a" }, children: [] }]);
    expect(made).not.toContain("evil.example");
  });
});
