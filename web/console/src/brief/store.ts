/** Whether today's brief is still to be read: asked at the start of the day's work and every quarter of an hour. */
import { reactive } from "vue";
import { may } from "@/kit/people";
import { session } from "@/kit/session";
import { type Brief, readBrief } from "./api";

const EVERY_MS = 15 * 60_000;

export const brief = reactive({ now: null as Brief | null });

export const isUnread = (): boolean => brief.now !== null && brief.now.read_at === null;

export function follow(): void {
  const look = async () => {
    if (session.state !== "in" || !may("brief.see") || document.hidden) return;
    try {
      brief.now = await readBrief();
    } catch {
      brief.now = null;
    }
  };
  setTimeout(() => void look(), 2_000);
  setInterval(() => void look(), EVERY_MS);
}
