/** One file to the server with progress, which fetch cannot report. */
import type { FileInfo } from "../model/types";
import { Away, Refused } from "./api";

const PATIENCE_MS = 180_000;

/** Rejects with Refused or Away; `progress` gets 0..1. */
export function upload(
  base: string,
  token: string,
  lang: string,
  file: Blob,
  name: string,
  progress: (share: number) => void,
): Promise<FileInfo> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${base}/api/customer/files`);
    request.timeout = PATIENCE_MS;
    request.setRequestHeader("authorization", `Bearer ${token}`);
    request.setRequestHeader("accept-language", lang);
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(name));
    request.upload.onprogress = (event) => progress(event.total ? event.loaded / event.total : 0);
    request.onerror = request.ontimeout = request.onabort = () => fail(new Away());
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status < 300) done(answer as unknown as FileInfo);
      else
        fail(
          new Refused(
            request.status,
            String(answer["code"] ?? request.status),
            String(answer["detail"] ?? ""),
          ),
        );
    };
    request.send(file);
  });
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
