/** What goes into a report, bounded and washed. Loaded when the first report is made. */
import { address, washed } from "../../washing/wash.mjs";
import type { Heard } from "./recorder";

const LONGEST = 2_000;
const LARGEST = 48_000;

/** The text that would leave, and what was taken out of it. */
export async function gathered(heard: Heard[], app: string, note: string): Promise<{ text: string; taken: Record<string, number> }> {
  const taken: Record<string, number> = {};
  const clean = async (words: string): Promise<string> => {
    const found = await washed(words.slice(0, LONGEST));
    for (const [kind, n] of Object.entries(found.taken)) taken[kind] = (taken[kind] ?? 0) + n;
    // An address in a stack or a message keeps its path; what follows it may be a secret of any form.
    return found.text.replace(/\b(?:https?|wss?):\/\/[^\s"'<>)]+/g, (url) => address(url).split("?")[0] ?? "");
  };
  const network = (navigator as { connection?: { effectiveType?: string; rtt?: number } }).connection;
  const report = {
    made_at: new Date().toISOString(),
    page: address(location.href).split("?")[0],
    app: await clean(app.slice(0, 80)),
    note: await clean(note),
    language: navigator.language,
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    browser: navigator.userAgent.slice(0, 300),
    screen: `${innerWidth}x${innerHeight}@${devicePixelRatio}`,
    network: { online: navigator.onLine, type: network?.effectiveType ?? "", rtt_ms: network?.rtt ?? null },
    errors: [] as Heard[],
  };
  let size = JSON.stringify(report).length;
  for (const one of [...heard].reverse()) {
    const kept = { ...one, words: await clean(one.words) };
    size += JSON.stringify(kept).length + 1;
    if (size > LARGEST) break;
    report.errors.unshift(kept);
  }
  return { text: JSON.stringify(report, null, 1), taken };
}
