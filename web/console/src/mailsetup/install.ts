/** How mail goes out: domains with their keys, and letterheads; two sections of the settings. */
import { addSetting } from "@/kit/screens";
import { title } from "./title";

addSetting({
  path: "mail-domains", title: () => title.value.domains, words: () => title.value.findDomains, group: "desk", right: "channel.see", order: 46, view: () => import("./DomainSettings.vue"),
});
addSetting({
  path: "letterheads", title: () => title.value.heads, words: () => title.value.findHeads, group: "desk", right: "channel.see", order: 47, view: () => import("./HeadSettings.vue"),
});
