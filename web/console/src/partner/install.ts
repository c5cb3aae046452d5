/** Keys and webhooks for the exchange's own systems: a section of the settings. */
import { addSetting } from "@/kit/screens";
import { title } from "./title";

addSetting({
  path: "partner", title: () => title.value.setting, words: () => title.value.find, group: "desk", right: "partner.manage", order: 92,
  view: () => import("./PartnerSettings.vue"),
});
