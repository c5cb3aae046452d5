/** Learning: a screen for models and what people corrected, and a section in tickets where the assistant spoke. */
import { defineAsyncComponent } from "vue";
import { addScreen } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { title } from "./title";

addScreen({ name: "learning", path: "learning", icon: "i-star", title: () => title.value.screen, right: "learning.see", order: 62, view: () => import("./LearningScreen.vue") });
fill("side", { id: "verdict", order: 13, right: "ticket.see", view: defineAsyncComponent(() => import("./VerdictSection.vue")) });
