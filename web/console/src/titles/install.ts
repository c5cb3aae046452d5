/** Title trials: a part of the editors' desk, and a way there from an article. */
import { fill } from "@/kit/slots";
import ArticleTitles from "./ArticleTitles.vue";

fill("article", { id: "titles", right: "article.write", view: ArticleTitles });
