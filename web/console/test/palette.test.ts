import { describe, expect, it } from "vitest";
import { find } from "../src/palette/match";

const labels = (hits: ReturnType<typeof find<string>>) => hits.map((hit) => hit.value);
const search = (query: string, list: string[]) => find(list, (one) => one, query);

describe("finding a command", () => {
  it("takes words in any order and underlines them", () => {
    const [hit] = search("mine assign", ["Assign to Sol", "Assign: mine"]);
    expect(hit!.value).toBe("Assign: mine");
    expect(hit!.parts.filter((part) => part.hit).map((part) => part.text)).toEqual(["Assign", "mine"]);
  });

  it("puts what begins a word before what lies inside one", () => {
    expect(labels(search("re", ["Theme: as the device, more", "Resolve", "Set a reason"]))).toEqual(["Resolve", "Set a reason", "Theme: as the device, more"]);
  });

  it("keeps the given order without a query, and finds Chinese", () => {
    expect(labels(search("", ["解决", "归我"]))).toEqual(["解决", "归我"]);
    expect(labels(search("归", ["解决", "归我"]))).toEqual(["归我"]);
  });
});
