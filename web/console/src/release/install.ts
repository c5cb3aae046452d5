/** Releases: a screen for those who decide, the hold in the composer, a bar and lines in the ticket, and the list in the settings. */
import { defineAsyncComponent } from "vue";
import { actorName } from "@/kit/people";
import { addScreen, addSetting } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { addLine } from "@/ticket/lines";
import { title } from "./title";

addScreen({ name: "releases", path: "releases", icon: "i-check", title: () => title.value.screen, right: "reply.release", order: 46, view: () => import("./ReleasesScreen.vue") });
addSetting({
  path: "contacts-allowed", title: () => title.value.setting, group: "desk", right: "reply.allow", order: 76, view: () => import("./AllowedSettings.vue"),
  words: () => title.value.also,
});
fill("tools", { id: "release", order: 2, right: "ticket.reply", view: defineAsyncComponent(() => import("./HoldTool.vue")) });
fill("banners", { id: "release", right: "ticket.see", view: defineAsyncComponent(() => import("./HeldBar.vue")) });
addLine("reply.held", ({ body, by }) => title.value.held(actorName(by, ""), String(body.why)), "i-clock");
addLine("reply.released", ({ by }) => title.value.released(actorName(by, "")), "i-check");
addLine("reply.refused", ({ body, by }) => title.value.refused(actorName(by, ""), String(body.why)), "i-x");
addLine("reply.held_ended", ({ body }) => title.value.ended[String(body.state)] ?? null, "i-x");
