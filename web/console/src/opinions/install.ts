/** What is said about us in public: the screen. */
import { addScreen } from "@/kit/screens";
import { title } from "./title";

addScreen({
  name: "opinions", path: "opinions", icon: "i-globe", title: () => title.value.screen, right: "opinion.see", order: 47, key: "KeyO", view: () => import("./OpinionsScreen.vue"),
});
