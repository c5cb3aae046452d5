/** How a person's wait is shown: quiet while it is kept, ochre near the target, a filled chip after it. */
import type { InboxRow, Severity } from "@/api/types";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A person's answer is due within this, by severity; P3 by mail has 4 hours instead of 10 minutes. */
const TARGET: Record<Severity, number> = {
  P0: 30 * SECOND,
  P1: 5 * MINUTE,
  P2: HOUR,
  P3: 10 * MINUTE,
  P4: 24 * HOUR,
};
const P3_BY_MAIL = 4 * HOUR;
/** From this share of the target on, the wait is at risk. */
const RISK = 0.8;

export type Wait =
  | { kind: "ok" | "risk"; waited: number; target: number }
  | { kind: "breach"; over: number; target: number }
  | { kind: "stopped" };

type Waiting = Pick<InboxRow, "status" | "waiting_since" | "severity" | "channel">;

const targetOf = (row: Waiting): number => (row.severity === "P3" && row.channel === "email" ? P3_BY_MAIL : TARGET[row.severity]);

/** When an answer is due, milliseconds; never for a ticket nobody waits in. */
export const dueOf = (row: Waiting): number =>
  row.waiting_since === null ? Infinity : Date.parse(row.waiting_since) + targetOf(row);

export function waitOf(row: Waiting, now: number): Wait {
  const open = row.status === "open" || row.status === "pending";
  if (!open || row.waiting_since === null) return { kind: "stopped" };
  const waited = Math.max(0, now - Date.parse(row.waiting_since));
  const target = targetOf(row);
  if (waited > target) return { kind: "breach", over: waited - target, target };
  return { kind: waited > target * RISK ? "risk" : "ok", waited, target };
}
