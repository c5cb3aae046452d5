/** What may be done with a call now, and how long it has been as it is. */
import type { Call } from "./api";

export type Verb = "answer" | "return" | "hold" | "resume" | "transfer" | "end" | "note" | "proof";

const TOGETHER = new Set<Call["state"]>(["talking", "held"]);

/** As the server decides it; `busy`: I am in another call already. */
export function verbsOf(call: Call, busy = false): Verb[] {
  if (call.state === "ended") return [];
  if (!call.mine) return call.state !== "waiting" || busy ? [] : call.offered ? ["answer", "return"] : ["answer"];
  if (!TOGETHER.has(call.state)) return ["end"];
  const verbs: Verb[] = [call.state === "held" ? "resume" : "hold", "transfer", "end"];
  if (call.ticket_id) verbs.push("note");
  if (!call.proven) verbs.push("proof");
  return verbs;
}

/** Since when the call is in what the desk shows: talking since it was answered, else waiting, else ringing. */
export const sinceOf = (call: Call): string => (TOGETHER.has(call.state) && call.answered_at) || call.waiting_since || call.began_at;

/** "4:05", "1:02:09". */
export function clockOf(ms: number): string {
  const s = Math.max(0, Math.floor(ms / 1_000));
  const two = (n: number) => String(n).padStart(2, "0");
  const [h, m] = [Math.floor(s / 3_600), Math.floor((s % 3_600) / 60)];
  return h ? `${h}:${two(m)}:${two(s % 60)}` : `${m}:${two(s % 60)}`;
}

/** Calls that somebody could answer now: a call back that waits for its time is none. */
export const ready = (calls: readonly Call[], now: number): Call[] => calls.filter((one) => !one.not_before || Date.parse(one.not_before) <= now);

/** Six digits of what was typed or pasted; empty where there are not six. */
export function digitsOf(text: string): string {
  const digits = text.normalize("NFKC").replaceAll(/[\s-]/g, "");
  return /^\d{6}$/.test(digits) ? digits : "";
}
