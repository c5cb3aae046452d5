/** Tags: on the open ticket, in the conversation, in the palette, and for leads all of them in the settings. */
import { openOverlay } from "@/kit/overlay";
import { actorName, may } from "@/kit/people";
import { addSetting } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import { addKeys } from "@/palette/keys";
import { addLine } from "@/ticket/lines";
import { follow } from "./store";
import TagChips from "./TagChips.vue";
import { words } from "./words";

fill("facts", { id: "tags", order: 60, view: TagChips });
addSetting({
  path: "tags", title: () => words.value.tags, group: "desk", right: "tag.manage", order: 60, view: () => import("./TagSettings.vue"),
});
addCommands(() => (may("ticket.note") ? [{ id: "tags", icon: "i-plus", label: words.value.add, combo: "KeyL", run: () => openOverlay("tags") }] : []), "ticket");
addKeys("ticket", () => words.value.add, "KeyL");

const listed = (tags: string[]): string => tags.map((word) => `#${word}`).join(" ");
addLine("ticket.tagged", ({ body, by }) => {
  const { added, removed, why } = body as { added: string[]; removed: string[]; why: string };
  const who = actorName(by, "");
  if (why === "renamed" && added.length) return words.value.renamed(listed(removed), listed(added));
  if (added.length && removed.length) return words.value.both(who, listed(added), listed(removed));
  return added.length ? words.value.added(who, listed(added)) : words.value.removed(who, listed(removed));
});
follow();
