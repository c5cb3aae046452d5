import { session } from "@/kit/session";
import { mine } from "@/queue/store";
import type { Transfer } from "./api";

/** Whether a transfer waits for this person, or for one of their teams. */
export const forMe = (one: Transfer): boolean =>
  one.to_staff?.id === session.me?.id || (one.sender.id !== session.me?.id && (mine.state?.teams.some((team) => team.key === one.to_team?.key) ?? false));
