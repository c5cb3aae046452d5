/** What the assistant took off people's hands: a screen for who may see figures. */
import { addScreen } from "@/kit/screens";
import { title } from "./title";

addScreen({ name: "relief", path: "relief", icon: "i-bolt", title: () => title.value.screen, right: "figures.see", order: 61, view: () => import("./ReliefScreen.vue") });
