/** How the wall draws numbers. Pure. */
import type { Language } from "@/api/types";
import type { Contacts, Queue, Rising } from "./api";

const two = (n: number) => String(n).padStart(2, "0");

/** "6:42", "1:05:20": a wait that runs. */
export function waitOf(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(s / 3600);
  return hours ? `${hours}:${two(Math.floor((s % 3600) / 60))}:${two(s % 60)}` : `${Math.floor(s / 60)}:${two(s % 60)}`;
}

/** "19 s", "6 min", "2 h": a length that was measured. */
export function roughly(seconds: number, language: Language): string {
  const zh = language === "zh";
  if (seconds < 90) return `${Math.round(seconds)} ${zh ? "秒" : "s"}`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} ${zh ? "分钟" : "min"}`;
  return `${Math.round(seconds / 3600)} ${zh ? "小时" : "h"}`;
}

/** Bar and mark of a queue's longest wait, as shares of the bar's length. The mark stands at two thirds, where there is one. */
export function barOf(queue: Queue): { fill: number; mark: number | null; over: boolean } {
  const { longest_s: wait, promised_s: promised } = queue;
  if (wait === null) return { fill: 0, mark: promised ? 0.68 : null, over: false };
  const whole = promised ? promised / 0.68 : Math.max(wait / 0.6, 600);
  return { fill: Math.min(wait / whole, 1), mark: promised ? 0.68 : null, over: promised !== null && wait > promised };
}

export interface Drawn {
  band: string;
  line: string;
  x: number;
  y: number;
  top: number;
}

/** The day's line and band in a box of this size. */
export function draw(given: Contacts, width: number, height: number): Drawn {
  const most = Math.max(4, ...given.counts, ...given.high);
  const x = (slot: number) => Math.round(((slot + 0.5) / 96) * width * 10) / 10;
  const y = (n: number) => Math.round((height - (n / most) * (height - 14)) * 10) / 10;
  const high = given.high.map((n, slot) => `${x(slot)},${y(n)}`);
  const low = given.low.map((n, slot) => `${x(slot)},${y(n)}`).reverse();
  // The quarter of an hour under way is not over: the line ends with the last whole one, the point is the one before it too.
  const done = given.counts.length > 1 ? given.counts.slice(0, -1) : given.counts;
  const last = done.length - 1;
  return {
    band: high.length ? `M${[...high, ...low].join(" ")}z` : "",
    line: done.length ? `M${done.map((n, slot) => `${x(slot)},${y(n)}`).join(" ")}` : "",
    x: x(Math.max(last, 0)), y: y(done[last] ?? 0), top: most,
  };
}

/** Queues that need eyes first keep their places; those where nobody waits and nobody works come when there is room. */
export function shown(queues: readonly Queue[], most: number): { rows: Queue[]; more: number } {
  const busy = queues.filter((one) => one.waiting || one.left);
  const calm = queues.filter((one) => !one.waiting && !one.left);
  const keep = new Set([...busy, ...calm].slice(0, most));
  return { rows: queues.filter((one) => keep.has(one)), more: queues.length - keep.size };
}

const KINDS = ["network", "reason", "coin", "all"];
const kindOf = (topic: string) => KINDS.indexOf(topic.split(":")[0]!);

/** One line for one cause: a topic whose tickets nearly all name a narrower one that rises too is told by that one. */
export function distinct(rising: readonly Rising[]): Rising[] {
  const told = (one: Rising) =>
    rising.some((other) => other !== one && kindOf(other.topic.topic) < kindOf(one.topic.topic) && (one.topic.detail[other.topic.topic] ?? 0) >= one.topic.n * 0.8);
  return rising.filter((one) => !told(one));
}
