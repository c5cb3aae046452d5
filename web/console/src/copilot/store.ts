/** Which message of the assistant is being asked about. */
import { shallowRef } from "vue";
import { openOverlay } from "@/kit/overlay";

export const asked = shallowRef({ ticket: 0, seq: 0 });

export function askWhy(ticket: number, seq: number): void {
  asked.value = { ticket, seq };
  openOverlay("why-said");
}
