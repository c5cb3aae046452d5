/** What I was told: kept current by live words, asked again whenever the link was away. */
import { effectScope, shallowReactive, watch } from "vue";
import { may } from "@/kit/people";
import { place } from "@/kit/route";
import { session } from "@/kit/session";
import { connection } from "@/live/desk";
import { onFrame } from "@/live/heard";
import { ring } from "@/queue/ring";
import { whyOf } from "@/words";
import * as api from "./api";
import type { Choice, Notice } from "./api";
import { merged, seenIn, unseenOf } from "./list";
import { readPreferences } from "./preferences";

interface Told {
  list: readonly Notice[];
  unseen: number;
  more: boolean;
  /** The newest that came while this page was open, for those who listen to the screen. */
  latest: Notice | null;
  choice: Choice | null;
  failed: string;
}

export const told = shallowReactive<Told>({ list: [], unseen: 0, more: false, latest: null, choice: null, failed: "" });

const RING_MS = 3_000;
let rang = 0;

export async function readNotices(): Promise<void> {
  await api.notices().then(
    (page) => {
      told.list = page.notices;
      told.unseen = page.unseen;
      told.more = page.more;
      told.failed = "";
      seeOpen();
    },
    (error: unknown) => void (told.failed = whyOf(error)),
  );
}

export async function readEarlier(): Promise<void> {
  const last = told.list.at(-1);
  if (!last) return;
  await api.notices(last.id).then(
    (page) => {
      told.list = merged(told.list, page.notices);
      told.more = page.more;
    },
    (error: unknown) => void (told.failed = whyOf(error)),
  );
}

/** Marks as seen: these, or all there are. Shown at once; the server's count replaces ours. */
export async function see(ids?: readonly number[]): Promise<void> {
  const newest = told.list[0]?.id;
  if (!newest) return;
  const which = new Set(ids ?? told.list.map((one) => one.id));
  told.unseen = ids ? Math.max(0, told.unseen - told.list.filter((one) => !one.seen_at && which.has(one.id)).length) : 0;
  told.list = seenIn(told.list, which, new Date().toISOString());
  await api.see(newest, ids ? { ids: [...which] } : {}).then(
    ({ unseen }) => void (told.unseen = unseen),
    () => undefined,
  );
}

/** Who has the ticket before them needs no notice of it. */
function seeOpen(): void {
  if (place.value.name !== "ticket" || document.hidden) return;
  const ids = unseenOf(told.list, place.value.id);
  if (ids.length) void see(ids);
}

function came({ notice, unseen }: { t: "notice"; notice: Notice; unseen: number }): void {
  told.list = merged(told.list, [notice]);
  told.unseen = unseen;
  const open = place.value.name === "ticket" && place.value.id === notice.ticket?.id && !document.hidden;
  if (open) return seeOpen();
  told.latest = notice;
  if (!told.choice?.sound || Date.now() - rang < RING_MS) return;
  rang = Date.now();
  ring();
}

function wereSeen({ ids, unseen }: { t: "notices_seen"; ids: number[]; unseen: number }): void {
  told.list = seenIn(told.list, new Set(ids), new Date().toISOString());
  told.unseen = unseen;
}

/** Follows for as long as the page lives, whoever is signed in. */
export function follow(): void {
  onFrame("notice", came);
  onFrame("notices_seen", wereSeen);
  effectScope(true).run(() => {
    watch(
      [() => session.state === "in" && may("session.own"), () => connection.state],
      ([mine, link]) => {
        if (!mine) Object.assign(told, { list: [], unseen: 0, more: false, latest: null, choice: null });
        else if (link !== "offline") void readNotices();
      },
      { immediate: true },
    );
    watch(
      () => session.state === "in",
      (mine) => {
        if (!mine) return;
        void readPreferences();
        void api.choice().then((choice) => void (told.choice = choice), () => undefined);
      },
      { immediate: true },
    );
    watch(place, seeOpen);
  });
  document.addEventListener("visibilitychange", seeOpen);
}
