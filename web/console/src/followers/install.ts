/** Followers: a section of the side panel, names while a note is written, and lines in the conversation. */
import { actorName, nameOf } from "@/kit/people";
import { fill } from "@/kit/slots";
import { addLine } from "@/ticket/lines";
import FollowSection from "./FollowSection.vue";
import MentionPick from "./MentionPick.vue";
import { language } from "@/words";
import { words } from "./words";

fill("side", { id: "followers", order: 70, view: FollowSection });
fill("tools", { id: "mention", order: 200, right: "ticket.note", view: MentionPick });
addLine("ticket.followed", ({ body, by }) => {
  const { staff_ids, why } = body as { staff_ids: number[]; why: string };
  const names = staff_ids.map(nameOf).join(language.value === "zh" ? "、" : ", ");
  return why === "mentioned" ? words.value.lines.mentioned(actorName(by, ""), names) : words.value.lines.follows(actorName(by, ""));
}, "i-bell");
addLine("ticket.unfollowed", ({ by }) => words.value.lines.left(actorName(by, "")), "i-bell");
