/** Notices: the bell, who is told what, this browser's pushes, and one's own console. */
import { openOverlay } from "@/kit/overlay";
import { go } from "@/kit/route";
import { addSetting } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import { addKeys } from "@/palette/keys";
import NoticeBell from "./NoticeBell.vue";
import { follow } from "./store";
import { words } from "./words";

fill("rail", { id: "notices", order: 5, right: "session.own", view: NoticeBell });

addSetting({
  path: "notices", title: () => words.value.title, words: () => words.value.find, group: "me", order: 10, view: () => import("./NoticeSettings.vue"),
});
addSetting({
  path: "mine", title: () => words.value.mine, words: () => words.value.mineFind, group: "me", order: 5, view: () => import("./MyConsole.vue"),
});

addCommands(() => [{ id: "notices", icon: "i-bell", label: words.value.key, combo: "KeyG KeyN", run: () => openOverlay("notices") }]);
addKeys("screen", () => words.value.key, "KeyG KeyN");

// A tap on a push while a console is open.
navigator.serviceWorker?.addEventListener("message", ({ data }: MessageEvent<{ t?: string; ticket?: number | null }>) => {
  if (data?.t === "open") go(data.ticket ? { name: "ticket", id: data.ticket } : { name: "inbox" });
});

follow();
