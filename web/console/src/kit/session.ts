/** Who is signed in. Everything else on the desk starts when this is known and stops when it ends. */
import { shallowReactive } from "vue";
import * as api from "@/api/calls";
import { onSignedOut, Refused } from "@/api/http";
import type { Me, Reason, Staff } from "@/api/types";
import { settings } from "./settings";

interface Session {
  state: "unknown" | "in" | "out";
  me: Me | null;
  /** The session ended by itself, not by the person. */
  expired: boolean;
  staff: Staff[];
  reasons: Reason[];
}

export const session = shallowReactive<Session>({ state: "unknown", me: null, expired: false, staff: [], reasons: [] });

let last = 0;

export function enter(me: Me): void {
  // Somebody else than before: nothing of the other person's may stay in this page's memory.
  if (last && last !== me.id) return location.reload();
  last = me.id;
  session.me = me;
  session.expired = false;
  session.state = "in";
  settings.language ??= me.language.startsWith("zh") ? "zh" : "en";
  void learn();
}

/** Asks the server who this browser is. Throws `Unreachable` when nobody answers. */
export async function resume(): Promise<void> {
  try {
    enter(await api.me());
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    session.state = "out";
  }
}

/** Ends the session and forgets everything this page holds. */
export async function leave(): Promise<void> {
  await api.signOut().catch(() => undefined);
  location.reload();
}

/** The name under which this person's own things are kept in a browser that others may use too. */
export const ownKey = (kind: string, id: number | string): string => `${kind}.${session.me?.id ?? 0}.${id}`;

onSignedOut(() => {
  if (session.state !== "in") return;
  session.expired = true;
  session.me = null;
  session.state = "out";
});

async function learn(): Promise<void> {
  const [staff, reasons] = await Promise.allSettled([api.staff(), api.reasons()]);
  if (staff.status === "fulfilled") session.staff = "staff" in staff.value ? staff.value.staff : staff.value;
  if (reasons.status === "fulfilled") session.reasons = "reasons" in reasons.value ? reasons.value.reasons : reasons.value;
}
