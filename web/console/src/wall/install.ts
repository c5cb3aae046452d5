/** The live wall, for who may see the whole desk. */
import { addScreen } from "@/kit/screens";
import { title } from "./title";

addScreen({
  name: "wall", path: "wall", icon: "i-wall", title: () => title.value.title, right: "wall.see", order: 30, key: "KeyW",
  view: () => import("./WallScreen.vue"),
});
