/** Groups at messengers: how they are kept, and what was done there. */
import { addScreen } from "@/kit/screens";
import { title } from "./title";

addScreen({ name: "groups", path: "groups", icon: "i-groups", title: () => title.value.title, right: "community.see", order: 47, view: () => import("./GroupsScreen.vue") });
