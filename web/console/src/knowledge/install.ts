/** The knowledge base: its screen, and the way to put a link to an article into a reply. */
import { openOverlay } from "@/kit/overlay";
import { may } from "@/kit/people";
import { addScreen } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import ArticleLayer from "./ArticleLayer.vue";
import ArticleTool from "./ArticleTool.vue";
import "./icon.css";
import { words } from "./words";

addScreen({
  name: "knowledge", path: "knowledge", icon: "i-shelf", title: () => words.value.title, right: "article.see", order: 40, key: "KeyK",
  view: () => import("./KnowledgeScreen.vue"),
});
fill("tools", { id: "article-link", order: 20, right: "ticket.reply", view: ArticleTool });
fill("layer", { id: "article-link", right: "ticket.reply", view: ArticleLayer });
addCommands(() => (may("ticket.reply") ? [{ id: "article-link", icon: "i-book", label: words.value.insertArticleOpen, run: () => openOverlay("article-link") }] : []), "ticket");
