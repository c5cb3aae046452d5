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

export function enter(me: Me): void {
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

export async function leave(): Promise<void> {
  await api.signOut().catch(() => undefined);
  session.me = null;
  session.state = "out";
}

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
