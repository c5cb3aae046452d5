/** Incidents: their screen, the bar on tickets, lines in the conversation, and attaching from the palette. */
import { addScreen } from "@/kit/screens";
import { actorName, may } from "@/kit/people";
import { fill } from "@/kit/slots";
import { say } from "@/kit/toast";
import { addCommands } from "@/palette/commands";
import { addLine } from "@/ticket/lines";
import { current, readTicket, ticketOf } from "@/ticket/store";
import { language, whyOf } from "@/words";
import { attach, detach } from "./api";
import "./icon.css";
import IncidentBar from "./IncidentBar.vue";
import { follow, known, ongoing } from "./store";
import { words } from "./words";

addScreen({
  name: "incidents", path: "incidents", icon: "i-incident", title: () => words.value.title, right: "incident.see", order: 35, key: "KeyE",
  badge: () => ongoing().length, view: () => import("./IncidentsScreen.vue"),
});
fill("banners", { id: "incident", order: 30, right: "incident.see", view: IncidentBar });

const titleOf = (id: unknown) => known(Number(id))?.incident[language.value] ?? words.value.anIncident;
addLine("incident.attached", ({ body, by }) => words.value.lineAttached(actorName(by, ""), titleOf(body.incident_id)), "i-incident");
addLine("incident.detached", ({ body, by }) => words.value.lineDetached(actorName(by, ""), titleOf(body.incident_id)), "i-incident");
addLine("incident.followed", ({ body }) => words.value.lineFollowed(titleOf(body.incident_id), Boolean(body.tell)), "i-bell");

async function act(what: () => Promise<unknown>): Promise<void> {
  try {
    await what();
    if (current.value) await readTicket(current.value);
  } catch (error) {
    say(whyOf(error));
  }
}
addCommands(() => {
  const ticket = current.value && ticketOf(current.value);
  if (!ticket || !may("incident.work")) return [];
  const of = ticket.incident_id;
  if (of !== null) return [{ id: "incident-out", icon: "i-incident", label: words.value.takeOutOf(titleOf(of)), run: () => void act(() => detach(of, ticket.id)) }];
  if (ticket.status !== "open" && ticket.status !== "pending") return [];
  return ongoing().map(({ incident }) => ({
    id: `incident-${incident.id}`, icon: "i-incident", label: words.value.attachTo(incident[language.value]),
    run: () => void act(() => attach(incident.id, { ids: [ticket.id] })),
  }));
}, "ticket");

follow();
