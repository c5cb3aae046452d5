/** Which panes are on screen. Wide screens show three; phones one; in between the list is a drawer. */
import { computed, reactive } from "vue";
import { place } from "./route";
import { settings } from "./settings";

const wide = matchMedia("(min-width: 1101px)");
const narrow = matchMedia("(max-width: 720px)");

export const screen = reactive({ wide: wide.matches, narrow: narrow.matches, drawer: false, side: false, find: 0 });
wide.addEventListener("change", () => Object.assign(screen, { wide: wide.matches, drawer: false }));
narrow.addEventListener("change", () => Object.assign(screen, { narrow: narrow.matches, side: false }));

export const pane = computed(() => (place.value.name === "screen" ? "screen" : place.value.name !== "ticket" ? "list" : screen.side ? "side" : "talk"));
export const listShown = computed(() => (screen.wide ? settings.list : screen.drawer || place.value.name === "inbox"));

export function toggleList(): void {
  if (screen.wide) settings.list = !settings.list;
  else screen.drawer = !screen.drawer;
}

export function toggleSide(): void {
  if (screen.narrow) screen.side = !screen.side;
  else settings.side = !settings.side;
}

/** Brings the search field up, whatever hides the list. */
export function showFind(): void {
  if (screen.wide) settings.list = true;
  else screen.drawer = true;
  screen.find += 1;
}
