/** Where the person is. Real addresses, back and forward as in any page. */
import { readonly, shallowRef } from "vue";

export type Place =
  | { name: "inbox" }
  | { name: "ticket"; id: number }
  | { name: "screen"; screen: string; rest: string }
  | { name: "sign-in"; demo: string | null };

const BASE = import.meta.env.BASE_URL;
const paths = new Map<string, string>();

/** A screen exists under this part of an address. */
export const knowScreen = (name: string, path: string): void => void paths.set(name, path);

export function parse(url: URL): Place {
  const path = url.pathname.slice(BASE.length).replace(/\/$/, "");
  const ticket = /^tickets\/([1-9]\d{0,15})$/.exec(path);
  if (ticket) return { name: "ticket", id: Number(ticket[1]) };
  if (path === "sign-in") return { name: "sign-in", demo: url.searchParams.get("demo") };
  const [first = "", ...rest] = path.split("/");
  for (const [screen, own] of paths) if (own === first) return { name: "screen", screen, rest: rest.map(plain).join("/") };
  return { name: "inbox" };
}

/** A part of an address as it was before it was written there; as it stands when it was never written so. */
function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function addressOf(place: Place): string {
  if (place.name === "ticket") return `${BASE}tickets/${place.id}`;
  if (place.name !== "screen") return place.name === "sign-in" ? `${BASE}sign-in` : BASE;
  const rest = place.rest.split("/").filter(Boolean).map(encodeURIComponent);
  return BASE + [paths.get(place.screen) ?? "", ...rest].join("/");
}

const current = shallowRef<Place>(parse(new URL(location.href)));

/** Reads the place from the address: after a step back or forward, and once all screens are known. */
export const locate = (): void => void (current.value = parse(new URL(location.href)));
addEventListener("popstate", locate);

export const place = readonly(current) as Readonly<typeof current>;

/** Goes to a place. `replace` leaves no step behind (used when the old address must not be returned to). */
export function go(to: Place, replace = false): void {
  const address = addressOf(to);
  if (replace) history.replaceState(null, "", address);
  else if (address !== location.pathname) history.pushState(null, "", address);
  current.value = to;
}
