/** Lines about what customers did with their ticket by themselves. */
import { addLine } from "@/ticket/lines";
import { words } from "./words";

addLine("ticket.withdrawn", () => words.value.withdrawn, "i-x");
addLine("ticket.withdrawal_undone", () => words.value.undone, "i-refresh");
