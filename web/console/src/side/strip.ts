/** The case in one line, for screens that show one pane: the first thing that still moves. */
import type { ExchangeView } from "@/api/exchange";
import { hourUtc } from "@/kit/time";
import { language, w } from "@/words";

export interface Strip {
  label: string;
  /** 0 to 1 of the next gate; null when there is nothing to fill. */
  share: number | null;
  words: string;
}

export function stripOf(view: ExchangeView | null): Strip | null {
  if (!view) return null;
  const trace = view.found.find((one) => one.trace)?.trace;
  if (!trace) return { label: w.value.side.title, share: null, words: "" };
  const gate = trace.credited ? trace.required_unlock : trace.required_credit;
  const at = trace.credited ? trace.est_unlock_at : trace.est_credit_at;
  if (trace.confirmations === null || !gate || trace.withdrawable) {
    return { label: [trace.amount, trace.coin].filter(Boolean).join(" ") || w.value.side.found[trace.found], share: null, words: trace.words[language.value] };
  }
  const have = Math.min(trace.confirmations, gate);
  const name = trace.credited ? w.value.side.withdrawable : w.value.side.credited;
  return { label: `${have}/${gate}`, share: have / gate, words: at ? `${name} ${w.value.side.about(hourUtc(at))}` : name };
}
