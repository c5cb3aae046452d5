/** Bulk: select rows by key or pointer, do one thing to all, see what became of each, take it back. */
import { shortcuts } from "@/kit/keys";
import { openOverlay, overlay } from "@/kit/overlay";
import { may } from "@/kit/people";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import { addKeys } from "@/palette/keys";
import BulkBar from "./BulkBar.vue";
import BulkLayer from "./BulkLayer.vue";
import PickBox from "./PickBox.vue";
import { chooseAll, chosen, clear, extend, follow, toggleHere } from "./store";
import { words } from "./words";

const RIGHT = "ticket.bulk";

function letGo(): boolean | void {
  if (!chosen.value.length || overlay.value) return false;
  clear();
}

fill("row", { id: "pick", order: 5, right: RIGHT, view: PickBox });
fill("list", { id: "bulk", order: 900, right: RIGHT, view: BulkBar });
fill("layer", { id: "bulk", right: RIGHT, view: BulkLayer });
addCommands(() => (may(RIGHT) ? [
  { id: "select-all", icon: "i-check2", label: words.value.all, run: chooseAll },
  ...(chosen.value.length ? [{ id: "bulk", icon: "i-check2", label: `${words.value.chosen(chosen.value.length)}: ${words.value.do}`, run: () => openOverlay("bulk") }] : []),
] : []));
addKeys("move", () => words.value.keys, "KeyX", "Shift+KeyJ", "Shift+KeyK");
shortcuts([
  { combo: "KeyX", run: toggleHere },
  { combo: "Shift+KeyJ", run: () => extend(1) },
  { combo: "Shift+KeyK", run: () => extend(-1) },
  { combo: "Escape", run: letGo },
]);
follow();
