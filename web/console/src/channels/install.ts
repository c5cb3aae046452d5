/** Ways to reach us: a section of the settings for who runs the queue. */
import { addSetting } from "@/kit/screens";
import { words } from "./words";

addSetting({
  path: "channels", title: () => words.value.title, words: () => words.value.find, group: "desk", right: "queue.manage", order: 43,
  view: () => import("./ChannelSettings.vue"),
});
