/** The one settings screen; features add its sections. */
import { addScreen } from "@/kit/screens";
import { words } from "./words";

addScreen({
  name: "settings", path: "settings", icon: "i-settings", title: () => words.value.title, order: 900, key: "Comma",
  view: () => import("./SettingsScreen.vue"),
});
