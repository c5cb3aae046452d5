/** What docs/guides/sdk.md tells people to write works: the snippets are taken from the page as they stand. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import guide from "../../../docs/guides/sdk.md?raw";
import page from "./page.ts?raw";
import publicTypes from "../src/public.ts?raw";

const snippet = (language: string): string => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1] ?? "";
const section = (from: string, to: string): string => guide.slice(guide.indexOf(from), guide.indexOf(to));

test("the module of the SDK stands in page.ts, which is compiled with everything else", () => {
  const body = snippet("js").replace(/^import .*\n/, "").trim();
  expect(body).not.toBe("");
  expect(page.slice(page.indexOf("// begin\n") + 9).trim()).toBe(body);
});

test("each function that the guide names is there", () => {
  const named = [...guide.matchAll(/`(?:farol\.)?(\w+)\(\)`/g), ...guide.matchAll(/\bfarol\.(\w+)\(/g)].map((one) => one[1]!);
  expect(named.length).toBeGreaterThan(4);
  const missing = named.filter((name) => !new RegExp(`^  ${name}(<.*>)?\\(`, "m").test(publicTypes));
  expect(missing).toEqual([]);
});

describe("the page in a web view", () => {
  const said: Record<string, unknown>[] = [];
  const hears: Record<string, () => void> = {};
  let click: (event: unknown) => void = () => undefined;
  type Host = { farolApp: { receive(message: unknown): void }; farol: { identity(): Promise<string | null>; back?: () => boolean; open?: () => void; facts(told: { unread: number }): void } };
  let host: Host;
  class Anchor {
    href = "https://blog.example/";
    hasAttribute = (): boolean => false;
  }
  const begin = async (around: object): Promise<void> => {
    vi.resetModules();
    host = { ...around } as Host;
    vi.stubGlobal("window", host);
    vi.stubGlobal("document", { addEventListener: (_: string, hear: (event: unknown) => void) => (click = hear), querySelector: () => null });
    vi.stubGlobal("addEventListener", (name: string, hear: () => void) => (hears[name] = hear));
    vi.stubGlobal("CSSStyleSheet", class { replaceSync(): void {} });
    vi.stubGlobal("HTMLAnchorElement", Anchor);
    vi.stubGlobal("visualViewport", null);
    // @ts-expect-error a page's script: it exports nothing
    await import("../src/app/chat");
    hears["load"]!();
  };
  beforeEach(() => void said.splice(0));
  afterEach(() => void vi.unstubAllGlobals());

  test("says everything the three recipes listen for, and nothing else", async () => {
    await begin({ ReactNativeWebView: { postMessage: (text: string) => said.push(JSON.parse(text) as Record<string, unknown>) } });
    void host.farol.identity();
    host.farol.facts({ unread: 2 });
    host.farolApp.receive({ type: "back" });
    click({ composedPath: () => [new Anchor()], preventDefault: () => undefined });
    const types = said.map((one) => String(one["type"]));
    expect(new Set(types)).toEqual(new Set(["ready", "identity", "unread", "close", "open"]));
    for (const recipe of [section("### iOS", "### Android"), section("### Android", "### React Native"), guide.slice(guide.indexOf("### React Native"))]) {
      const heard = [...recipe.matchAll(/(?:case |said\.type === |^ {4})"(\w+)"(?::|\)| ->| &&)/gm)].map((one) => one[1]!);
      expect(new Set(heard)).toEqual(new Set(types.filter((type) => type !== "ready")));
    }
    expect(said.find((one) => one["type"] === "open")).toEqual({ farol: 1, type: "open", url: "https://blog.example/" });
    expect(said.find((one) => one["type"] === "unread")).toEqual({ farol: 1, type: "unread", count: 2 });
  });

  test("takes the token as React Native's line hands it over", async () => {
    await begin({ ReactNativeWebView: { postMessage: (text: string) => said.push(JSON.parse(text) as Record<string, unknown>) } });
    const token = host.farol.identity();
    const asked = said.at(-1)!;
    const line = /injectJavaScript\((`.*`)\)/.exec(snippet("jsx"))![1]!;
    const script = new Function("said", `return ${line}`)({ type: "identity", id: asked["id"], token: "signed" }) as string;
    new Function("farolApp", script)(host.farolApp);
    expect(await token).toBe("signed");
  });

  test("takes what Android posts as text, and what iOS hands over as an object", async () => {
    const line: { postMessage(text: string): void; onmessage?: (event: { data: unknown }) => void } = { postMessage: (text) => said.push(JSON.parse(text) as Record<string, unknown>) };
    await begin({ farolHost: line });
    const android = host.farol.identity();
    line.onmessage!({ data: JSON.stringify({ type: "identity", id: said.at(-1)!["id"], token: null }) });
    expect(await android).toBeNull();
    line.onmessage!({ data: /postMessage\("""(.*?)"""\)/.exec(snippet("kotlin"))![1] });
    expect(said.at(-1)).toEqual({ farol: 1, type: "close" });
    await begin({ webkit: { messageHandlers: { farolHost: { postMessage: (one: Record<string, unknown>) => said.push(one) } } } });
    const ios = host.farol.identity();
    expect(snippet("swift")).toContain(`callAsyncJavaScript("farolApp.receive(said)", arguments: ["said": message]`);
    host.farolApp.receive({ type: "identity", id: said.at(-1)!["id"], token: "signed" });
    expect(await ios).toBe("signed");
  });
});
