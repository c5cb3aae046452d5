/** What is being written, per ticket, kept in the browser so that nothing typed is ever lost. */
import { reactive, ref } from "vue";
import type { FileInfo } from "@/api/types";
import { ownKey } from "@/kit/session";
import { load, save } from "@/kit/storage";

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
}

interface Kept {
  mode: Mode;
  reply: string;
  note: string;
  files: Record<Mode, FileInfo[]>;
}

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
    });
    drafts.set(id, draft);
  }
  return draft;
}

export function keep(id: number): void {
  const draft = draftOf(id);
  const ready = (mode: Mode) => draft.files[mode].flatMap((upload) => (upload.file ? [upload.file] : []));
  const kept: Kept = {
    mode: draft.mode, reply: draft.reply, note: draft.note, files: { reply: ready("reply"), note: ready("note") },
  };
  const empty = !kept.reply && !kept.note && !kept.files.reply.length && !kept.files.note.length;
  const done = save(ownKey("draft", id), empty ? null : kept);
  draftKept.value = empty ? "" : done ? "kept" : "failed";
}
