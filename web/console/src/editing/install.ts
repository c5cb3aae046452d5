/** The editors' desk: gaps, the health of articles, drafts from tickets, and the tester. */
import { defineAsyncComponent } from "vue";
import { addScreen } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { title } from "./title";

addScreen({ name: "editing", path: "editing", icon: "i-pencil", title: () => title.value.title, right: "article.publish", order: 41, view: () => import("./EditingScreen.vue") });
fill("article", { id: "sources", right: "article.write", view: defineAsyncComponent(() => import("./ArticleSources.vue")) });
