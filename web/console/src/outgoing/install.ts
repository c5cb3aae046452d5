/** Replies on their way: what becomes of them on the server is shown wherever their author looks. */
import { onFrame } from "@/live/heard";
import type { Held } from "@/ticket/held";
import { takeHeld } from "@/ticket/outbox";

onFrame<{ t: "outgoing"; item: Held }>("outgoing", ({ item }) => takeHeld(item));
