/** Plays: what the desk says first, set by whoever answers for its words; in a ticket, which message it answers. */
import type { Language } from "@/api/types";
import { addSetting } from "@/kit/screens";
import { addLine } from "@/ticket/lines";
import { language } from "@/words";
import { words } from "./words";

addSetting({
  path: "plays", title: () => words.value.title, words: () => words.value.find, group: "desk", right: "rule.manage", order: 23,
  view: () => import("./PlaySettings.vue"),
});
addLine("play.answered", ({ body }) => words.value.lineAnswered(String((body as Record<Language, unknown>)[language.value])), "i-mail");
