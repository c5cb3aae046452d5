/** Where search is tuned: what means the same, and which questions are offered. */
import { addScreen } from "@/kit/screens";
import { words } from "./words";

addScreen({
  name: "searching", path: "search-words", icon: "i-translate", title: () => words.value.title, right: "search.tune", order: 42,
  view: () => import("./SearchingScreen.vue"),
});
