/** Claims for incidents: the screen with its windows. */
import { addScreen } from "@/kit/screens";
import { words } from "./words";

addScreen({
  name: "claims", path: "claims", icon: "i-doc", title: () => words.value.screen, right: "claim.see", order: 44, view: () => import("./ClaimsScreen.vue"),
});
