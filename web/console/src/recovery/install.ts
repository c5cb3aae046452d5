/** Wrong deposits: the screen with its queue, a case, and the rules. */
import { addScreen } from "@/kit/screens";
import { follow, waiting } from "./store";
import { words } from "./words";

addScreen({
  name: "recoveries", path: "recoveries", icon: "i-refresh", title: () => words.value.screen, right: "recovery.see", order: 43, badge: () => waiting.value,
  key: "KeyD", view: () => import("./RecoveriesScreen.vue"),
});

follow();
