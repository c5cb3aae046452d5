/**
 * Which tab owns which kept messages. Each tab holds a lock for as long as it lives;
 * what belongs to a tab without a lock was left behind and may be taken over.
 */
import { newId } from "@/kit/id";

const LOCK = "farol.tab.";

export const tab = newId();

if (navigator.locks) void navigator.locks.request(LOCK + tab, () => new Promise(() => undefined));

/** Of these keys, which end in a tab's name, the ones whose tab is gone. */
export async function abandoned(keys: string[]): Promise<string[]> {
  const held = navigator.locks ? ((await navigator.locks.query()).held ?? []).map((lock) => lock.name) : [];
  return keys.filter((key) => {
    const owner = key.slice(key.lastIndexOf(".") + 1);
    return owner !== tab && !held.includes(LOCK + owner);
  });
}
