/**
 * What is being written, per ticket: kept in the browser at once, and on the server a second later, so that it is on every screen
 * of its author. Of two tabs the newer words win; the older ones are offered.
 */
import { reactive, ref } from "vue";
import type { FileInfo } from "@/api/types";
import { ownKey } from "@/kit/session";
import { load, save } from "@/kit/storage";
import { type Drafts, readDrafts, type Saved, saveDraft } from "@/drafts/api";
import { tab } from "./tabs";

export type Mode = "reply" | "note";

export interface Upload {
  key: string;
  name: string;
  size: number;
  /** 0 to 1. */
  progress: number;
  file: FileInfo | null;
  error: string | null;
}

export interface Draft {
  mode: Mode;
  reply: string;
  note: string;
  files: Record<Mode, Upload[]>;
  /** Other words of mine for this ticket, from another tab, that the ones on screen overwrote. */
  older: Record<Mode, string>;
}

interface Kept {
  mode: Mode;
  reply: string;
  note: string;
  files: Record<Mode, FileInfo[]>;
  at?: number;
}

const MODES: readonly Mode[] = ["reply", "note"];
const SAVE_MS = 1_000;
const drafts = new Map<number, Draft>();
export const draftKept = ref<"" | "kept" | "failed">("");

const asUpload = (file: FileInfo): Upload => ({
  key: file.id, name: file.name, size: file.size, progress: 1, file, error: null,
});

export function draftOf(id: number): Draft {
  let draft = drafts.get(id);
  if (!draft) {
    const kept = load<Kept | null>(ownKey("draft", id), null);
    draft = reactive<Draft>({
      mode: kept?.mode ?? "reply",
      reply: kept?.reply ?? "",
      note: kept?.note ?? "",
      files: { reply: (kept?.files.reply ?? []).map(asUpload), note: (kept?.files.note ?? []).map(asUpload) },
      older: { reply: "", note: "" },
    });
    drafts.set(id, draft);
    void fetchDrafts(id, draft, kept?.at ?? 0);
  }
  return draft;
}

export function keep(id: number): void {
  const draft = draftOf(id);
  const ready = (mode: Mode) => draft.files[mode].flatMap((upload) => (upload.file ? [upload.file] : []));
  const kept: Kept = {
    mode: draft.mode, reply: draft.reply, note: draft.note, files: { reply: ready("reply"), note: ready("note") }, at: Date.now(),
  };
  const empty = !kept.reply && !kept.note && !kept.files.reply.length && !kept.files.note.length;
  const done = save(ownKey("draft", id), empty ? null : kept);
  draftKept.value = empty ? "" : done ? "kept" : "failed";
  for (const mode of MODES) later(id, mode);
}

/** What the server has of each: its count of savings, and the words. */
const there = new Map<string, { rev: number; body: string }>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const busy = new Set<string>();
const key = (id: number, mode: Mode) => `${id}:${mode}`;
const known = (id: number, mode: Mode) => there.get(key(id, mode)) ?? { rev: 0, body: "" };

function later(id: number, mode: Mode): void {
  const which = key(id, mode);
  if (draftOf(id)[mode].trim() === known(id, mode).body.trim() || timers.has(which)) return;
  timers.set(which, setTimeout(() => void push(id, mode), SAVE_MS));
}

/** Saves what stands there now; typed meanwhile, it is saved again. Without the server it stays in the browser. */
async function push(id: number, mode: Mode): Promise<void> {
  const which = key(id, mode);
  timers.delete(which);
  if (busy.has(which)) return later(id, mode);
  const draft = draftOf(id);
  const body = draft[mode];
  busy.add(which);
  const answer: Saved | null = await saveDraft(id, mode, body, known(id, mode).rev, tab).catch(() => null);
  busy.delete(which);
  if (!answer) return;
  there.set(which, { rev: answer.rev, body });
  if (answer.older && answer.older.body !== body) draft.older[mode] = answer.older.body;
  if (!body.trim()) draft.older[mode] = "";
  later(id, mode);
}

/** The newer of what the browser and the server kept; the other one is offered. */
async function fetchDrafts(id: number, draft: Draft, keptAt: number): Promise<void> {
  const found: Drafts | null = await readDrafts(id).catch(() => null);
  for (const mine of found?.mine ?? []) {
    there.set(key(id, mine.mode), { rev: mine.rev, body: mine.body });
    const here = draft[mine.mode];
    if (here.trim() === mine.body.trim()) continue;
    const newer = !here.trim() || Date.parse(mine.saved_at) > keptAt;
    if (newer) draft[mine.mode] = mine.body;
    draft.older[mine.mode] = newer ? here : mine.body;
  }
}

/** Puts the other words into the box; those that stood there are offered now. */
export function swapOlder(id: number, mode: Mode): void {
  const draft = draftOf(id);
  [draft[mode], draft.older[mode]] = [draft.older[mode], draft[mode]];
  keep(id);
}

/** It was sent: the server forgets a reply's draft by itself. */
export function sentFrom(id: number, mode: Mode): void {
  draftOf(id).older[mode] = "";
  if (mode === "reply") there.delete(key(id, mode));
}
