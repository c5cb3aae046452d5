/** What waits for a decision, kept for the rail's number and for the screen: read at the start, after every decision, and each minute. */
import { reactive } from "vue";
import { may } from "@/kit/people";
import { session } from "@/kit/session";
import { whyOf } from "@/words";
import { type Category, type Queue, readQueue, readSettings } from "./api";

const EVERY_MS = 60_000;

export const community = reactive({ queue: null as Queue | null, categories: [] as Category[], failed: "" });

export async function look(): Promise<void> {
  try {
    community.queue = await readQueue();
    community.failed = "";
  } catch (error) {
    community.failed = whyOf(error);
  }
}

export async function lookAtCategories(): Promise<void> {
  if (!community.categories.length) community.categories = (await readSettings()).categories;
}

export const waiting = (): number => (community.queue ? community.queue.held + community.queue.flagged : 0);

export function follow(): void {
  const now = () => {
    if (session.state === "in" && may("community.moderate") && !document.hidden) void look();
  };
  setInterval(now, EVERY_MS);
  setTimeout(now, 2_000);
}
