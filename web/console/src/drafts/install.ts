/** Drafts: who else is writing in the open ticket, and what. */
import { fill } from "@/kit/slots";
import DraftBars from "./DraftBars.vue";

fill("banners", { id: "collision", order: 10, right: "ticket.note", view: DraftBars });
