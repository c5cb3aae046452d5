/** Open incidents and those of late, for banners, lines and the palette: read at the start, when one is named that is not known, and every half minute. */
import { reactive } from "vue";
import { may } from "@/kit/people";
import { session } from "@/kit/session";
import { onHappened } from "@/live/heard";
import { listAll, type Row } from "./api";

const EVERY_MS = 30_000;
const AGAIN_MS = 5_000;

export const incidents = reactive({ rows: [] as Row[], read: false, failed: false });

let readAt = 0;
export async function readAll(): Promise<void> {
  readAt = Date.now();
  try {
    incidents.rows = await listAll();
    incidents.read = true;
    incidents.failed = false;
  } catch {
    incidents.failed = true;
  }
}

/** The incident a ticket belongs to, when this person may know of it. Asks once in a while for one that is not known yet. */
export function known(id: number | null): Row | null {
  if (id === null) return null;
  const found = incidents.rows.find((one) => one.incident.id === id) ?? null;
  if (!found && incidents.read && Date.now() - readAt > AGAIN_MS) void readAll();
  return found;
}

export const ongoing = (): Row[] => incidents.rows.filter((one) => one.incident.state !== "resolved");

export function follow(): void {
  const look = () => {
    if (session.state === "in" && may("incident.see") && !document.hidden) void readAll();
  };
  setInterval(look, EVERY_MS);
  setTimeout(look, 1_500);
  onHappened("incident.attached", () => Date.now() - readAt > AGAIN_MS && look());
}
