/** Claims for incidents: the screen with its windows. */
import { addScreen } from "@/kit/screens";
import { title } from "./title";

addScreen({
  name: "claims", path: "claims", icon: "i-doc", title: () => title.value.screen, right: "claim.see", order: 44, view: () => import("./ClaimsScreen.vue"),
});
