/** The one-line rules between messages for what features do on a ticket. */
import type { HappenedFrame } from "@/api/frames";

/** What a line is made of. by: "staff:3", "customer:5" or "system:0". */
export type Happening = Pick<HappenedFrame, "body" | "by" | "at">;

interface Kind {
  text: (event: Happening) => string | null;
  icon: string;
}

const kinds = new Map<string, Kind>();

/** `text` gives the whole sentence, who did it included (`actorName(by, customer)` of `@/kit/people`); null: no line. */
export const addLine = (kind: string, text: (event: Happening) => string | null, icon = "i-flag"): void =>
  void kinds.set(kind, { text, icon });

/** How this event reads in the conversation; null when it does not show there. */
export function lineOf(kind: string, event: Happening): { text: string; icon: string } | null {
  const known = kinds.get(kind);
  const text = known?.text(event);
  return known && text ? { text, icon: known.icon } : null;
}
