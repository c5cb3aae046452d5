/** What a declaration begins with: an empty form, a rising topic, or an incident that is described anew. */
import type { Rising } from "@/wall/api";
import { FAMILY_TITLES } from "./titles";
import type { Incident, Said, Scope } from "./api";

export interface Start {
  said: Said;
  /** The incident that is changed; null for a new one. */
  of: Incident | null;
}

export const noScope = (): Scope => ({ coins: [], networks: [], regions: [], features: [], reasons: [], since: null, until: null });

export const blank = (): Start => ({
  of: null,
  said: { zh: "", en: "", scope: noScope(), severity: "P2", public: true, words_zh: "", words_en: "", internal: "", next_update_by: null },
});

export const again = (of: Incident): Start => ({
  of,
  said: {
    zh: of.zh, en: of.en, scope: structuredClone({ ...of.scope }), severity: of.severity, public: of.public, words_zh: of.words_zh,
    words_en: of.words_en, internal: of.internal, next_update_by: of.next_update_by,
  },
});

/** A topic such as "reason:dep" or "network:TRON", with what its tickets name most, as a scope and a first title. */
export function fromTopic(rising: Rising): Start {
  const start = blank();
  const { scope } = start.said;
  const put = (topic: string) => {
    const [kind, key = ""] = topic.split(":");
    if (kind === "reason") scope.reasons.push(`${key}.`);
    else if (kind === "coin") scope.coins.push(key);
    else if (kind === "network") scope.networks.push(key);
  };
  put(rising.topic.topic);
  // What at least three in four of its tickets name belongs to the scope of the whole.
  if (rising.topic.topic === "all") for (const [topic, n] of Object.entries(rising.topic.detail)) if (n >= rising.topic.n * 0.75) put(topic);
  scope.since = new Date(Date.parse(rising.topic.since) - 30 * 60_000).toISOString();
  start.said.severity = rising.topic.factor >= 4 || !rising.topic.samples ? "P1" : "P2";
  start.said.zh = FAMILY_TITLES.zh(rising.zh);
  start.said.en = FAMILY_TITLES.en(rising.en);
  return start;
}
