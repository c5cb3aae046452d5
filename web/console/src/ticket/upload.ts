/** Sending a file: raw bytes with progress, checked on the server, attached to the draft when it is in. */
import { reactive } from "vue";
import { refusal, Refused, Unreachable } from "@/api/http";
import type { FileInfo } from "@/api/types";
import { newId } from "@/kit/id";
import { w, whyOf } from "@/words";
import { draftOf, keep, type Mode, type Upload } from "./drafts";

export const LARGEST = 20 * 1024 * 1024;
export const MOST = 10;

const running = new Map<string, XMLHttpRequest>();

function send(file: File, key: string, onProgress: (share: number) => void): Promise<FileInfo> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    running.set(key, request);
    request.open("POST", "/api/console/files");
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name || "file"));
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) done(JSON.parse(request.responseText) as FileInfo);
      else fail(refusal(request.status, request.responseText));
    };
    request.onerror = () => fail(new Unreachable("files"));
    request.onabort = () => fail(new Refused(0, "aborted", "", {}));
    request.onloadend = () => running.delete(key);
    request.send(file);
  });
}

/** Adds files to a ticket's draft and starts sending them. */
export function attach(ticket: number, mode: Mode, files: Iterable<File>): void {
  const list = draftOf(ticket).files[mode];
  for (const file of files) {
    const upload = reactive<Upload>({ key: newId(), name: file.name || "file", size: file.size, progress: 0, file: null, error: null });
    if (list.length >= MOST) upload.error = w.value.files.tooMany;
    else if (file.size > LARGEST) upload.error = w.value.files.tooLarge;
    list.push(upload);
    if (!upload.error) void run(ticket, file, upload);
  }
}

async function run(ticket: number, file: File, upload: Upload): Promise<void> {
  try {
    upload.file = await send(file, upload.key, (share) => (upload.progress = share));
    upload.progress = 1;
    keep(ticket);
  } catch (error) {
    upload.error = whyOf(error);
  }
}

export function detach(ticket: number, mode: Mode, key: string): void {
  running.get(key)?.abort();
  const draft = draftOf(ticket);
  draft.files[mode] = draft.files[mode].filter((upload) => upload.key !== key);
  keep(ticket);
}

/** "312 KB", "4.1 MB". */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
