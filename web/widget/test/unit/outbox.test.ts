import { beforeEach, describe, expect, test } from "vitest";
import { delivered, nextUp, Outbox, parse, patched, type Entry } from "../../src/model/outbox";

const entry = (client_id: string, talk: string, patch: Partial<Entry> = {}): Entry => ({
  client_id,
  talk,
  body: `words of ${client_id}`,
  about: null,
  language: "zh",
  files: [],
  at: "2026-11-21T10:00:00Z",
  why: null,
  ...patch,
});
const none = new Set<string>();
const refused = { code: "too_large", text: "太长了" };

class Memory implements Storage {
  private readonly rows = new Map<string, string>();
  full = false;
  get length() {
    return this.rows.size;
  }
  clear() {
    this.rows.clear();
  }
  getItem(key: string) {
    return this.rows.get(key) ?? null;
  }
  key(index: number) {
    return [...this.rows.keys()][index] ?? null;
  }
  removeItem(key: string) {
    this.rows.delete(key);
  }
  setItem(key: string, value: string) {
    if (this.full) throw new DOMException("full", "QuotaExceededError");
    this.rows.set(key, value);
  }
}

describe("what is sent next", () => {
  test("the oldest of a conversation; nothing overtakes it", () => {
    const queue = [entry("a", "7"), entry("b", "7"), entry("c", "8")];
    expect(nextUp(queue, none, none)?.client_id).toBe("a");
    expect(nextUp(queue, new Set(["a"]), none)?.client_id).toBe("c");
    expect(nextUp(queue, none, new Set(["a"]))?.client_id).toBe("c");
    expect(nextUp(queue, none, new Set(["a", "c"]))).toBeNull();
  });

  test("a refused message is stepped over in an existing ticket, but a ticket that could not open holds what follows", () => {
    expect(nextUp([entry("a", "7", { why: refused }), entry("b", "7")], none, none)?.client_id).toBe("b");
    expect(nextUp([entry("a", "new:1", { why: refused }), entry("b", "new:1")], none, none)).toBeNull();
  });
});

describe("when the server took one", () => {
  test("what waited for the new ticket belongs to it now", () => {
    const about = { kind: "deposit", id: "d1" };
    const queue = [entry("a", "new:1", { about }), entry("b", "new:1", { about }), entry("c", "new:2")];
    const rest = delivered(queue, "a", 41);
    expect(rest.map((one) => [one.client_id, one.talk])).toEqual([
      ["b", "41"],
      ["c", "new:2"],
    ]);
    expect(rest[0]?.about).toBeNull();
  });

  test("delivering twice, or something unknown, changes nothing", () => {
    const queue = [entry("a", "7")];
    expect(delivered(delivered(queue, "a", 7), "a", 7)).toEqual([]);
    expect(delivered(queue, "z", 9)).toEqual(queue);
  });
});

describe("the stored queue", () => {
  let storage: Memory;
  const open = () => new Outbox(storage, "farol.outbox.c1", () => undefined);
  beforeEach(() => {
    storage = new Memory();
  });

  test("a reload finds everything, with the same ids", () => {
    open().update((entries) => [...entries, entry("a", "7"), entry("b", "new:1")]);
    expect(open().entries.map((one) => one.client_id)).toEqual(["a", "b"]);
  });

  test("two tabs do not overwrite each other", () => {
    const [one, two] = [open(), open()];
    one.update((entries) => [...entries, entry("a", "7")]);
    two.update((entries) => [...entries, entry("b", "7")]);
    one.update((entries) => patched(entries, "a", { why: refused }));
    expect(open().entries.map((each) => [each.client_id, each.why])).toEqual([
      ["a", refused],
      ["b", null],
    ]);
  });

  test("an empty queue leaves no trace", () => {
    open().update(() => [entry("a", "7")]);
    open().update((entries) => delivered(entries, "a", 7));
    expect(storage.length).toBe(0);
  });

  test("broken or foreign storage is no reason to break", () => {
    expect(parse("{")).toEqual([]);
    expect(parse('[{"client_id":1},null,7,"x"]')).toEqual([]);
    storage.setItem("farol.outbox.c1", "not json");
    expect(open().entries).toEqual([]);
  });

  test("full storage keeps the words in memory", () => {
    const box = open();
    storage.full = true;
    box.update((entries) => [...entries, entry("a", "7")]);
    box.update((entries) => [...entries, entry("b", "7")]);
    box.reload();
    expect(box.entries.map((one) => one.client_id)).toEqual(["a", "b"]);
    storage.full = false;
    box.update((entries) => delivered(entries, "a", 7));
    expect(open().entries.map((one) => one.client_id)).toEqual(["b"]);
  });
});
