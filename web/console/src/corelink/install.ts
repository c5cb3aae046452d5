/** The link to the exchange: for whoever runs it. */
import { addSetting } from "@/kit/screens";
import { words } from "./words";

addSetting({
  path: "exchange-link", title: () => words.value.title, words: () => words.value.find, group: "desk", right: "system.see", order: 90,
  view: () => import("./LinkSettings.vue"),
});
