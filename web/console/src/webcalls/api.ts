/** The routes of calls in the widget. */
import { ask } from "@/api/http";
import type { CallNow, Line, Signal, Way } from "../../../calls/peer";

export interface WebCall extends CallNow {
  ticket_id: number;
  kind: "voice" | "video";
  who: string;
  asked_at: string;
  live_at: string | null;
}

export interface Standing {
  open: boolean;
  call: WebCall | null;
  way: Way | null;
}

export const standing = (ticket: number): Promise<Standing> => ask("GET", `/tickets/${ticket}/call`);
export const waiting = (): Promise<{ calls: WebCall[] }> => ask("GET", "/calls");
export const offer = (ticket: number): Promise<WebCall> => ask("POST", `/tickets/${ticket}/calls`, { kind: "voice" });
export const take = (call: number): Promise<WebCall> => ask("POST", `/calls/${call}/acceptance`);
export const end = (call: number, why: "hung_up" | "declined" | "cancelled"): Promise<void> => ask("POST", `/calls/${call}/end`, { why });
export const keepRecording = (call: number, file_id: string, seconds: number): Promise<void> => ask("POST", `/calls/${call}/recordings`, { file_id, seconds });

export const lineOf = (call: number): Line => ({
  hear: (after) => ask<{ call: WebCall; signals: Signal[] }>("GET", `/calls/${call}/signals?after=${after}`),
  say: async (kind, body) => void (await ask("POST", `/calls/${call}/signals`, { kind, body })),
  begun: () => Promise.resolve(),
});

/** A recording to the server: its file's id. */
export async function upload(bytes: Blob, name: string): Promise<string> {
  const answer = await fetch("/api/console/files", {
    method: "POST", credentials: "same-origin", body: bytes,
    headers: { "content-type": bytes.type || "application/octet-stream", "x-file-name": encodeURIComponent(name) },
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return ((await answer.json()) as { id: string }).id;
}
