/** Fields: a section of the side panel, the stage in the header, lines in the conversation, and for leads their definitions. */
import { actorName } from "@/kit/people";
import { addSetting } from "@/kit/screens";
import { fill } from "@/kit/slots";
import { addLine } from "@/ticket/lines";
import { language } from "@/words";
import FieldsSection from "./FieldsSection.vue";
import StagePick from "./StagePick.vue";
import { follow, nameOf } from "./store";
import { words } from "./words";

fill("side", { id: "fields", order: 20, view: FieldsSection });
fill("facts", { id: "stage", order: 50, view: StagePick });
addSetting({
  path: "fields", title: () => words.value.set.fields, group: "desk", right: "field.manage", order: 61, view: () => import("./FieldSettings.vue"),
});
addSetting({
  path: "stages", title: () => words.value.set.stages, group: "desk", right: "field.manage", order: 62, view: () => import("./StageSettings.vue"),
});

const NAMED = 3;
addLine("ticket.fields_set", ({ body, by }) => {
  const { fields, apart } = body as { fields: Record<string, unknown>; apart: string[] };
  const names = [...Object.keys(fields), ...apart].map(nameOf);
  const list = names.slice(0, NAMED).join(language.value === "zh" ? "、" : ", ");
  const more = names.length > NAMED ? ` ${words.value.lines.more(language.value === "zh" ? names.length : names.length - NAMED)}` : "";
  return words.value.lines.set(actorName(by, ""), list + more);
}, "i-pencil");
follow();
