/** The editors' desk: gaps, the health of articles, drafts from tickets, and the tester. */
import { addScreen } from "@/kit/screens";
import { words } from "./words";

addScreen({ name: "editing", path: "editing", icon: "i-pencil", title: () => words.value.title, right: "article.publish", order: 41, view: () => import("./EditingScreen.vue") });
