/** Merging and splitting: banners, blocks in the conversation, lines, a verb with its key, and the dialogs. */
import { openOverlay } from "@/kit/overlay";
import { actorName, may } from "@/kit/people";
import { fill } from "@/kit/slots";
import { shortcuts } from "@/kit/keys";
import { addCommands } from "@/palette/commands";
import { addKeys } from "@/palette/keys";
import { addBlocks } from "@/ticket/blocks";
import { addLine, type Happening } from "@/ticket/lines";
import { current } from "@/ticket/store";
import JoinBars from "./JoinBars.vue";
import LookBars from "./LookBars.vue";
import MergeLayer from "./MergeLayer.vue";
import MergedBlock from "./MergedBlock.vue";
import { follow, joinedOf } from "./store";
import { words } from "./words";

const RIGHT = "ticket.merge";
const openMerge = (): boolean | void => (current.value?.state && may(RIGHT) ? openOverlay("merge") : false);

fill("banners", { id: "joined", order: 5, view: JoinBars });
fill("banners", { id: "lookalikes", order: 30, view: LookBars });
fill("layer", { id: "merging", right: RIGHT, view: MergeLayer });
addBlocks((entry) =>
  (joinedOf(entry.id)?.merged ?? []).map((one) => ({ key: `b-${one.id}`, at: one.opened_at, view: MergedBlock, props: { entry, one } })),
);
addCommands(() => (may(RIGHT) ? [
  { id: "merge", icon: "i-merge", label: words.value.merge, combo: "KeyM", menu: "always" as const, run: () => void openMerge() },
  { id: "split", icon: "i-copy", label: words.value.split, menu: "always" as const, run: () => openOverlay("split") },
] : []), "ticket");
addKeys("ticket", () => words.value.merge, "KeyM");
shortcuts([{ combo: "KeyM", run: openMerge }]);

type Told = { ticket_id: number; number: string; into_id: number; into_number: string; from_id: number; from_number: string };
type Two = (who: string, number: string) => string;

/** One event is told in both tickets, from where each of them stands. */
function line(kind: string, here: () => Two, there: () => Two, other: "into_number" | "from_number"): void {
  addLine(kind, ({ body, by }: Happening) => {
    const told = body as Told;
    const who = actorName(by, "");
    return current.value?.id === told.ticket_id ? there()(who, told[other]) : here()(who, told.number);
  }, "i-merge");
}
line("ticket.merged", () => words.value.lines.mergedHere, () => words.value.lines.mergedThere, "into_number");
line("ticket.unmerged", () => words.value.lines.unmergedHere, () => words.value.lines.unmergedThere, "into_number");
line("ticket.split", () => words.value.lines.splitHere, () => words.value.lines.splitThere, "from_number");
line("ticket.split_undone", () => words.value.lines.splitUndone, () => words.value.lines.splitUndone, "from_number");
follow();
