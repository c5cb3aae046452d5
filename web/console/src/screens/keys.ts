/** The desk's own keys. Returns the way to take them off again. */
import { sequence } from "@/inbox/store";
import { results } from "@/inbox/search";
import { screen, showFind, toggleList, toggleSide } from "@/kit/layout";
import { shortcuts } from "@/kit/keys";
import { openOverlay } from "@/kit/overlay";
import { may } from "@/kit/people";
import { go, place } from "@/kit/route";
import { screensShown } from "@/kit/screens";
import { session } from "@/kit/session";
import { undoToast } from "@/kit/toast";
import { setOwner, setStatus } from "@/ticket/change";
import { current, ticketOf } from "@/ticket/store";

/** The next ticket in the order on screen; the first one when none is open. */
function step(by: 1 | -1): boolean {
  const ids = results.value ? results.value.flatMap((group) => group.rows.map((row) => row.id)) : sequence.value;
  const at = place.value;
  const index = at.name === "ticket" ? ids.indexOf(at.id) : -1;
  const next = index < 0 ? ids[0] : ids[index + by];
  if (next === undefined) return false;
  go({ name: "ticket", id: next });
  return true;
}

function resolveOrReopen(): boolean {
  const ticket = current.value && ticketOf(current.value);
  if (!ticket || !may("ticket.change")) return false;
  const done = ticket.status === "resolved" || ticket.status === "closed";
  void setStatus(ticket.id, done ? "open" : "resolved");
  return true;
}

function assignToMe(): boolean {
  const ticket = current.value && ticketOf(current.value);
  if (!ticket || !session.me || !may("ticket.change")) return false;
  void setOwner(ticket.id, session.me.id);
  return true;
}

function intoTalk(): boolean {
  const box = document.querySelector<HTMLElement>("#write textarea");
  if (!box || document.activeElement !== document.body) return false;
  box.focus();
  return true;
}

function back(): boolean {
  if (document.activeElement instanceof HTMLElement && document.activeElement.matches("input, textarea")) {
    document.activeElement.blur();
    return true;
  }
  if (screen.drawer || screen.side) {
    screen.drawer = false;
    screen.side = false;
    return true;
  }
  if (place.value.name === "screen") {
    go({ name: "inbox" });
    return true;
  }
  if (place.value.name !== "ticket") return false;
  const id = place.value.id;
  go({ name: "inbox" });
  setTimeout(() => document.querySelector<HTMLElement>(`[data-ticket="${id}"]`)?.focus());
  return true;
}

export function deskKeys(): () => void {
  return shortcuts([
    { combo: "KeyJ", run: () => step(1) },
    { combo: "KeyK", run: () => step(-1) },
    { combo: "Enter", run: intoTalk },
    { combo: "Escape", run: back },
    { combo: "Slash", run: showFind },
    { combo: "Shift+Slash", run: () => openOverlay("keys") },
    { combo: "Mod+KeyK", run: () => openOverlay("palette") },
    { combo: "BracketLeft", run: toggleList },
    { combo: "BracketRight", run: toggleSide },
    { combo: "KeyE", run: resolveOrReopen },
    { combo: "KeyA", run: assignToMe },
    { combo: "KeyZ", run: undoToast },
    { combo: "KeyG KeyI", run: () => go({ name: "inbox" }) },
    ...screensShown.value.filter((one) => one.key).map((one) => ({
      combo: `KeyG ${one.key}`, run: () => go({ name: "screen", screen: one.name, rest: "" }),
    })),
  ]);
}
