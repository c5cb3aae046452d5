/** Which tickets stand in the saved list on screen. What moves is asked about a second later, all of it at once. */
import * as api from "./api";

const PAUSE_MS = 800;
const AT_ONCE = 200;

let list = "";
let members = new Set<number>();
let waiting = new Set<number>();
let timer: ReturnType<typeof setTimeout> | undefined;
let changed: () => void = () => undefined;

/** Begins a list anew. `then` is called when its members changed without being read. */
export function follow(view: string, then: () => void): void {
  clearTimeout(timer);
  timer = undefined;
  [list, members, waiting, changed] = [view, new Set(), new Set(), then];
}

export const standing = (): ReadonlySet<number> => members;

export function listed(ids: Iterable<number>): void {
  for (const id of ids) members.add(id);
}

/** What a full reading did not list has left. */
export const only = (ids: ReadonlySet<number>): void => void (members = new Set(ids));

/** A ticket changed: it may have come into the list, or left it. */
export function moved(id: number): void {
  if (!list) return;
  waiting.add(id);
  timer ??= setTimeout(() => void ask(), PAUSE_MS);
}

async function ask(): Promise<void> {
  timer = undefined;
  const view = list;
  const ids = [...waiting].slice(0, AT_ONCE);
  for (const id of ids) waiting.delete(id);
  try {
    const inside = new Set((await api.among(view, ids)).ids);
    if (view !== list) return;
    const next = new Set(members);
    for (const id of ids) inside.has(id) ? next.add(id) : next.delete(id);
    members = next;
    changed();
  } catch {
    // The next reading of the list puts it right.
  }
  if (view === list && waiting.size) timer ??= setTimeout(() => void ask(), PAUSE_MS);
}
