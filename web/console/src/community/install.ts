/** The community: what waits for a decision, its topics and ideas, and for leads its settings. */
import { addScreen, addSetting } from "@/kit/screens";
import { addKeys } from "@/palette/keys";
import { follow, waiting } from "./store";
import { words } from "./words";

addScreen({
  name: "community", path: "community", icon: "i-users", title: () => words.value.title, right: "community.see", order: 45, key: "KeyC",
  badge: waiting, view: () => import("./CommunityScreen.vue"),
});
addSetting({
  path: "community", title: () => words.value.setting, group: "desk", right: "community.manage", order: 75, view: () => import("./CommunitySettings.vue"),
  words: () => `${words.value.categories} ${words.value.official}`,
});
addKeys("screen", () => words.value.next, "KeyJ", "KeyK");
addKeys("screen", () => words.value.yes, "KeyP");
addKeys("screen", () => words.value.no, "KeyX");
follow();
