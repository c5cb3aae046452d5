/** Announcements that go out: written once, let out by a colleague, posted to chosen accounts. */
import { addScreen } from "@/kit/screens";
import { title } from "./title";

addScreen({ name: "posts", path: "posts", icon: "i-send", title: () => title.value.screen, right: "announcement.manage", order: 47, view: () => import("./PostsScreen.vue") });
