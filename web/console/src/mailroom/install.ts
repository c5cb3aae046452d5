/** Mail: under its messages who it is from, beside the ticket what became of ours, and the mailroom. Each part is loaded when there is mail. */
import { addScreen } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { addLine } from "@/ticket/lines";
import MailLayer from "./MailLayer.vue";
import MailSide from "./MailSide.vue";
import MailUnder from "./MailUnder.vue";
import { follow, waiting } from "./store";
import { title } from "./title";

fill("message", { id: "mail", order: 40, right: "ticket.see", view: MailUnder });
fill("side", { id: "mail", order: 24, right: "ticket.see", view: MailSide });
fill("layer", { id: "mail", right: "customer.see", view: MailLayer });
addScreen({
  name: "mailroom", path: "mailroom", icon: "i-mail", title: () => title.value.screen, right: ["mail.release", "channel.see"], order: 46,
  badge: () => waiting.value, key: "KeyM", view: () => import("./MailroomScreen.vue"),
});

addLine("mail.returned", ({ body }) => title.value.returned[String(body.state)]?.(String(body.address), String(body.said || "")) ?? null, "i-alert");
addLine("mail.away_noted", ({ body }) => title.value.away(String(body.until ?? "")), "i-clock");

follow();
