/** Where the console goes once a reply is on its way, as the person chose. */
import { sequence } from "@/inbox/store";
import { go } from "@/kit/route";
import { nextOf } from "./list";
import { preferences } from "./preferences";

export function afterSend(ticket: number): void {
  if (preferences.after_send === "stay") return;
  const next = preferences.after_send === "next" ? nextOf(sequence.value, ticket) : null;
  go(next === null ? { name: "inbox" } : { name: "ticket", id: next });
}
