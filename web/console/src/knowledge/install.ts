/** The knowledge base: its screen, and the way to put a link to an article into a reply. */
import { defineAsyncComponent } from "vue";
import { openOverlay } from "@/kit/overlay";
import { may } from "@/kit/people";
import { addScreen } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import "./icon.css";
import { title } from "./title";

addScreen({
  name: "knowledge", path: "knowledge", icon: "i-shelf", title: () => title.value.title, right: "article.see", order: 40, key: "KeyK",
  view: () => import("./KnowledgeScreen.vue"),
});
fill("tools", { id: "article-link", order: 20, right: "ticket.reply", view: defineAsyncComponent(() => import("./ArticleTool.vue")) });
fill("layer", { id: "article-link", right: "ticket.reply", view: defineAsyncComponent(() => import("./ArticleLayer.vue")) });
addCommands(() => (may("ticket.reply") ? [{ id: "article-link", icon: "i-book", label: title.value.insertArticleOpen, run: () => openOverlay("article-link") }] : []), "ticket");
