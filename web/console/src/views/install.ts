/** Lists: the saved ones above the tickets and in the commands, and the section where they are made. */
import { watch } from "vue";
import { inbox, readInbox, show } from "@/inbox/store";
import { go } from "@/kit/route";
import { addSetting } from "@/kit/screens";
import { session } from "@/kit/session";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import { w } from "@/words";
import { known, nameOf, readCatalogue, readViews, savedOf, sorted } from "./store";
import ViewStrip from "./ViewStrip.vue";
import { words } from "./words";

const edit = (rest: string) => go({ name: "screen", screen: "settings", rest: `lists/${rest}` });

fill("list", { id: "views", order: 20, right: "inbox.see", view: ViewStrip });

addSetting({
  path: "lists", title: () => words.value.lists, group: "me", right: "inbox.see", order: 40, words: () => words.value.line,
  view: () => import("./ListSettings.vue"),
});

addCommands(() => [
  ...sorted.value.map((view) => ({
    id: `list-${view.id}`, icon: "i-inbox", label: w.value.palette.showView(nameOf(view)),
    run: () => { show(view.id); go({ name: "inbox" }); },
  })),
  { id: "list-new", icon: "i-plus", label: words.value.add, run: () => edit("new") },
  ...(typeof inbox.view === "number" ? [{ id: "list-edit", icon: "i-filter", label: words.value.edit, run: () => edit(String(inbox.view)) }] : []),
]);

watch(
  () => session.state === "in" && session.me?.can.includes("inbox.see"),
  async (in_) => {
    if (!in_) return;
    await Promise.all([readViews(), readCatalogue()]).catch(() => undefined);
    if (typeof inbox.view !== "number" || !known.read) return;
    // The list that was on screen last may be gone by now.
    if (savedOf(inbox.view)) void readInbox();
    else show("me");
  },
  { immediate: true },
);
