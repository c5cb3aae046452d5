/** The shift plan: a screen for who sees the queue; planning is for those who manage it. */
import { addScreen } from "@/kit/screens";
import "./icon.css";
import { words } from "./words";

addScreen({
  name: "shifts", path: "shifts", icon: "i-shifts", title: () => words.value.title, right: "queue.see", order: 50, key: "KeyS",
  view: () => import("./ShiftsScreen.vue"),
});
