/** Where the person is. Four places, real addresses, back and forward as in any page. */
import { readonly, shallowRef } from "vue";

export type Place =
  | { name: "inbox" }
  | { name: "ticket"; id: number }
  | { name: "sign-in"; demo: string | null };

const BASE = import.meta.env.BASE_URL;

export function parse(url: URL): Place {
  const path = url.pathname.slice(BASE.length).replace(/\/$/, "");
  const ticket = /^tickets\/([1-9]\d{0,15})$/.exec(path);
  if (ticket) return { name: "ticket", id: Number(ticket[1]) };
  if (path === "sign-in") return { name: "sign-in", demo: url.searchParams.get("demo") };
  return { name: "inbox" };
}

export function addressOf(place: Place): string {
  if (place.name === "ticket") return `${BASE}tickets/${place.id}`;
  return place.name === "sign-in" ? `${BASE}sign-in` : BASE;
}

const current = shallowRef<Place>(parse(new URL(location.href)));
addEventListener("popstate", () => (current.value = parse(new URL(location.href))));

export const place = readonly(current) as Readonly<typeof current>;

/** Goes to a place. `replace` leaves no step behind (used when the old address must not be returned to). */
export function go(to: Place, replace = false): void {
  const address = addressOf(to);
  if (replace) history.replaceState(null, "", address);
  else if (address !== location.pathname) history.pushState(null, "", address);
  current.value = to;
}
