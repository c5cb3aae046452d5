/** Translating in a ticket: under messages, in the composer, and the lines that say where a ticket went. */
import { defineAsyncComponent } from "vue";
import { openOverlay } from "@/kit/overlay";
import { may } from "@/kit/people";
import { addSetting } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import { addKeys } from "@/palette/keys";
import { teamName } from "@/threads/store";
import { addLine } from "@/ticket/lines";
import { current, ticketOf } from "@/ticket/store";
import ReadingLine from "./ReadingLine.vue";
import { canonical, named, reads } from "./store";
import TongueFact from "./TongueFact.vue";
import TongueMark from "./TongueMark.vue";
import TranslateLayer from "./TranslateLayer.vue";
import TranslateTool from "./TranslateTool.vue";
import { words } from "./words";

fill("facts", { id: "tongue", order: 5, view: TongueFact });
fill("row", { id: "tongue", order: 5, view: TongueMark });
fill("message", { id: "reading", view: ReadingLine });
fill("tools", { id: "translate", order: 15, right: "ticket.reply", view: TranslateTool });
fill("layer", { id: "translate", right: "ticket.reply", view: TranslateLayer });
fill("article", { id: "machine", right: "article.write", view: defineAsyncComponent(() => import("./ArticleMachine.vue")) });
addSetting({ path: "languages", title: () => words.value.languages, words: () => words.value.find, group: "desk", right: "queue.manage", order: 44, view: () => import("./LanguageSettings.vue") });
addSetting({ path: "translations", title: () => words.value.reviews, words: () => words.value.find, group: "desk", right: "article.write", order: 45, view: () => import("./ReviewSettings.vue") });
addSetting({ path: "terms", title: () => words.value.terms, words: () => words.value.find, group: "desk", right: "article.see", order: 46, view: () => import("./TermSettings.vue") });
addCommands(() => {
  const code = canonical((current.value && ticketOf(current.value)?.language) || "");
  if (!may("ticket.reply") || !code || reads().includes(code)) return [];
  return [{ id: "translate", icon: "i-globe", label: words.value.to(named(code)), combo: "Alt+KeyT", run: () => openOverlay("translate") }];
}, "ticket");
addKeys("write", () => words.value.keyOpen, "Alt+KeyT");
addKeys("ticket", () => words.value.keyToggle, "Shift+KeyT");
addLine("queue.overflowed", ({ body }) => words.value.overflowed(teamName(String(body.left)), teamName(String(body.to)), words.value.minutes(Math.max(1, Math.round(Number(body.waited_s) / 60)))), "i-users");
