/** Connections: every door of ours at a platform, how it does, and the switch that stops it. */
import { addScreen } from "@/kit/screens";
import { title } from "./title";

addScreen({
  name: "connections", path: "channels", icon: "i-channels", title: () => title.value.title, right: "channel.see", order: 64, home: true,
  view: () => import("./ConnectionsScreen.vue"),
});
