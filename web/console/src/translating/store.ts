/** Which messages a person cannot read, what they say in a language they know, and which replies went out translated. */
import { reactive, ref, watch } from "vue";
import type { Message } from "@/api/types";
import { load, save } from "@/kit/storage";
import { preferences } from "@/notices/preferences";
import { language } from "@/words";
import * as api from "./api";

/** The languages an exchange is written to in most, in the order of choosers. */
export const LANGUAGES = ["zh-Hans", "zh-Hant", "en", "ru", "es", "vi", "tr", "ko", "ja", "pt", "ar"] as const;
const MOST = 10;
const GATHER_MS = 60;

/** One name for what is kept as one language: zh and zh-CN are zh-Hans. */
export function canonical(code: string): string {
  const [first = "", ...rest] = code.split("-");
  if (first !== "zh") return first;
  return rest.some((part) => /^(hant|tw|hk|mo)$/iu.test(part)) ? "zh-Hant" : "zh-Hans";
}

/** What I read; the first is what I write in. */
export const reads = (): string[] => (preferences.reads.length ? preferences.reads : language.value === "zh" ? ["zh-Hans", "zh-Hant"] : ["en"]);
export const writes = (): string => reads()[0]!;
/** Whether it is a language, and none of mine. */
export const unread = (code: string): boolean => !!code && code !== "und" && !reads().includes(code);
export const named = (code: string): string => new Intl.DisplayNames([language.value === "zh" ? "zh-Hans" : "en"], { type: "language", fallback: "code" }).of(code) ?? code;

/** The language of a message that I cannot read; empty for one that I can, or that nobody knows. The assistant answers in the ticket's. */
export function foreign(message: Message, ticket: string): string {
  if (message.author.kind !== "customer" && message.author.kind !== "assistant" && !message.internal) return "";
  const code = canonical(message.language === "und" ? "" : message.language || (message.internal ? "" : ticket));
  return code && code !== "und" && !reads().includes(code) ? code : "";
}

/** Translations stand under their originals while this is on. */
export const shown = ref(load<boolean>("translations", true));
watch(shown, () => save("translations", shown.value));

type State = api.Reading | "loading" | "failed";
const readings = reactive(new Map<string, State>());
const key = (ticket: number, seq: number) => `${ticket}:${seq}:${writes()}`;
export const readingOf = (ticket: number, seq: number): State | undefined => readings.get(key(ticket, seq));

const waiting = new Map<number, Set<number>>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks for a message; those asked for together go together. */
export function ask(ticket: number, seq: number): void {
  const known = readings.get(key(ticket, seq));
  if (known && known !== "failed") return;
  readings.set(key(ticket, seq), "loading");
  waiting.set(ticket, (waiting.get(ticket) ?? new Set()).add(seq));
  clearTimeout(timer);
  timer = setTimeout(() => void go(), GATHER_MS);
}

async function go(): Promise<void> {
  const asked = [...waiting].flatMap(([ticket, seqs]) => chunks([...seqs]).map((some) => ({ ticket, some })));
  waiting.clear();
  for (const { ticket, some } of asked) {
    const found = await api.read(ticket, some, writes()).catch(() => null);
    for (const seq of some) {
      const one = found?.find((reading) => reading.seq === seq);
      if (one) readings.set(key(ticket, seq), one);
      else if (found) readings.set(key(ticket, seq), { seq, words: null, source: "", by: "", why: "same", says: { zh: "", en: "" } });
      else readings.set(key(ticket, seq), "failed");
    }
  }
}

const chunks = (seqs: number[]): number[][] => Array.from({ length: Math.ceil(seqs.length / MOST) }, (_, n) => seqs.slice(n * MOST, n * MOST + MOST));

const sent = reactive(new Map<number, Map<number, api.Said>>());
const looked = new Map<number, number>();
export const saidOf = (ticket: number, seq: number): api.Said | undefined => sent.get(ticket)?.get(seq);

/** Looks once for each newer reply whether it went out translated. */
export function look(ticket: number, seq: number): void {
  if ((looked.get(ticket) ?? 0) >= seq) return;
  looked.set(ticket, seq);
  setTimeout(async () => {
    if (looked.get(ticket) !== seq) return;
    const found = await api.said(ticket).catch(() => null);
    if (found) sent.set(ticket, new Map(found.map((one) => [one.seq, one])));
  }, GATHER_MS);
}
