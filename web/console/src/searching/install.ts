/** Where search is tuned: what means the same, and which questions are offered. */
import { addScreen } from "@/kit/screens";
import { title } from "./title";

addScreen({
  name: "searching", path: "search-words", icon: "i-translate", title: () => title.value.title, right: "search.tune", order: 42,
  view: () => import("./SearchingScreen.vue"),
});
