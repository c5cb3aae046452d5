/** The queue: my state, offers, taking and giving back, the queues themselves, and who works where. */
import { addSetting, addScreen } from "@/kit/screens";
import { openOverlay } from "@/kit/overlay";
import { may } from "@/kit/people";
import { fill } from "@/kit/slots";
import { addCommands } from "@/palette/commands";
import { addKeys } from "@/palette/keys";
import { current, ticketOf } from "@/ticket/store";
import { session } from "@/kit/session";
import OfferBar from "./OfferBar.vue";
import StateSwitch from "./StateSwitch.vue";
import { follow, giveBack, mine, setState, STATES } from "./store";
import TakeVerbs from "./TakeVerbs.vue";
import { words } from "./words";

fill("rail", { id: "my-state", order: 10, right: "queue.work", view: StateSwitch });
fill("layer", { id: "offer", order: 10, right: "queue.work", view: OfferBar });
fill("verbs", { id: "take", order: 90, right: "queue.work", view: TakeVerbs });

addScreen({
  name: "queue", path: "queue", icon: "i-headset", title: () => words.value.queue, right: "queue.see", order: 20, key: "KeyQ",
  view: () => import("./QueueScreen.vue"),
});
addSetting({
  path: "offers", title: () => words.value.setting, group: "me", right: "queue.work", order: 30, view: () => import("./OfferSettings.vue"),
});

addCommands(() => {
  if (!mine.state) return [];
  const states = STATES.filter((one) => one !== mine.state?.state);
  return [
    { id: "my-state", icon: "i-user", label: words.value.goTo, combo: "KeyS", run: () => openOverlay("my-state") },
    ...states.map((one) => ({ id: `be-${one}`, icon: "i-user", label: words.value.be(words.value.states[one]), run: () => void setState(one) })),
  ];
});
addCommands(() => {
  const ticket = current.value && ticketOf(current.value);
  if (!ticket || ticket.owner?.id !== session.me?.id || !may("queue.work")) return [];
  return [{ id: "return", icon: "i-back", label: words.value.giveBack, menu: "phone" as const, run: () => void giveBack(ticket.id, ticket.number) }];
}, "ticket");

addKeys("ticket", () => words.value.offer.key, "Alt+Enter");
addKeys("screen", () => words.value.goTo, "KeyS");

follow();
