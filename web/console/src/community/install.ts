/** The community: what waits for a decision, its topics and ideas, and for leads its settings. */
import { addScreen, addSetting } from "@/kit/screens";
import { addKeys } from "@/palette/keys";
import { follow, waiting } from "./store";
import { title } from "./title";

addScreen({
  name: "community", path: "community", icon: "i-users", title: () => title.value.title, right: "community.see", order: 45, key: "KeyC",
  badge: waiting, view: () => import("./CommunityScreen.vue"),
});
addSetting({
  path: "community", title: () => title.value.setting, group: "desk", right: "community.manage", order: 75, view: () => import("./CommunitySettings.vue"),
  words: () => `${title.value.categories} ${title.value.official}`,
});
addKeys("screen", () => title.value.next, "KeyJ", "KeyK");
addKeys("screen", () => title.value.yes, "KeyP");
addKeys("screen", () => title.value.no, "KeyX");
follow();
