/** Shows the place a piece of advice is about, or a message of the open ticket. Nothing is changed by it. */
import { nextTick } from "vue";
import { screen } from "@/kit/layout";
import { loadEarlier, type Entry } from "@/ticket/store";
import type { Opens } from "./api";

const PLACES: Partial<Record<Opens, string>> = {
  checklist: ".side .procedure", case: ".side .case", exchange: ".side section", recovery: ".side .recovery-part, .side .case", reason: ".talk .facts", status: ".talk header, .talk .facts",
};
const MOST_PAGES = 6;

function shown(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  element.closest("details")?.setAttribute("open", "");
  element.scrollIntoView({ block: "center", behavior: "smooth" });
  const target = element.matches("button, a, input, select, textarea") ? element : (element.querySelector<HTMLElement>("button, a, input, select, summary") ?? element);
  if (target === element && !element.hasAttribute("tabindex")) element.tabIndex = -1;
  target.focus({ preventScroll: true });
  return true;
}

/** Brings the place into view and puts the focus there. Says whether there is one. */
export async function goTo(opens: Opens): Promise<boolean> {
  screen.side = opens !== "reason" && opens !== "status" ? true : screen.side;
  await nextTick();
  return shown(document.querySelector(PLACES[opens] ?? ""));
}

/** Brings a message into view, reading earlier ones until it is there. */
export async function goToMessage(entry: Entry, seq: number): Promise<boolean> {
  const find = () => document.querySelector(`.msg[data-seq="${seq}"]`);
  for (let page = 0; page < MOST_PAGES && !find() && entry.state?.more; page += 1) {
    await loadEarlier(entry);
    await nextTick();
  }
  return shown(find());
}
