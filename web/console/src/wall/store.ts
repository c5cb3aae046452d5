/** The wall as it is now: read every two seconds while it is on screen, and at once after something was done on it. */
import { reactive } from "vue";
import { onFrame } from "@/live/heard";
import { whyOf } from "@/words";
import { readWall, type Wall } from "./api";

const EVERY_MS = 2_000;
/** Two looks that failed: what is shown is older than it should be, and says so. */
const STALE_MS = 6_000;

export const wall = reactive({ now: null as Wall | null, readAt: 0, failed: "" });

export const isStale = (now: number): boolean => wall.readAt > 0 && now - wall.readAt > STALE_MS;

let reading = false;
export async function look(): Promise<void> {
  if (reading || document.hidden) return;
  reading = true;
  try {
    wall.now = await readWall();
    wall.readAt = Date.now();
    wall.failed = "";
  } catch (error) {
    wall.failed = whyOf(error);
  } finally {
    reading = false;
  }
}

/** Keeps the wall fresh. Returns the way to stop. */
export function follow(): () => void {
  void look();
  const timer = setInterval(() => void look(), EVERY_MS);
  const stop = onFrame("offer", () => void look());
  return () => {
    clearInterval(timer);
    stop();
  };
}
