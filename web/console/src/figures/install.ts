/** The figures: a screen for who may see them, and the customer's rating as a line in the conversation. */
import { addScreen } from "@/kit/screens";
import { addLine } from "@/ticket/lines";
import "./icon.css";
import { rated, words } from "./words";

addScreen({
  name: "figures", path: "figures", icon: "i-figures", title: () => words.value.title, right: "figures.see", order: 60, key: "KeyF",
  view: () => import("./FiguresScreen.vue"),
});

addLine("rating.given", ({ body }) => rated.value(Number(body.stars), body.solved as boolean | null));
