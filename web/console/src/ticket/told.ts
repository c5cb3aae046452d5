/** What a line between the messages says: a change of the ticket's own fields, or what a feature did. */
import { stageName } from "@/fields/store";
import { words as fields } from "@/fields/words";
import { actorName, nameOf, reasonLabel } from "@/kit/people";
import { w } from "@/words";
import { lineOf } from "./lines";
import type { Line } from "./reducer";

export interface Told {
  text: string;
  icon: string;
}

/** Null when there is nothing to say. `customer`: their name, where the customer did it. */
export function told(line: Line, customer: string): Told | null {
  if (line.happened) return lineOf(line.happened.kind, { body: line.happened.body, by: line.by!, at: line.at! });
  const did = changes(line);
  const icon = line.status ? "i-check" : line.owner !== undefined ? "i-user" : "i-flag";
  return did.length ? { text: `${actorName(line.by, customer)} ${did.join(" · ")}`, icon } : null;
}

function changes(line: Line): string[] {
  const words = w.value.talk.did;
  const parts: string[] = [];
  if (line.status) parts.push(words.status[line.status]);
  if (line.stage) parts.push(fields.value.lines.stage(stageName(line.stage)));
  if (line.owner === null) parts.push(words.freed);
  else if (line.owner !== undefined) parts.push(line.by === `staff:${line.owner}` ? words.took : words.gave(nameOf(line.owner)));
  if (line.severity) parts.push(words.severity(line.severity));
  if (line.reason !== undefined) parts.push(line.reason ? words.reason(reasonLabel(line.reason)) : words.noReason);
  if (line.subject) parts.push(words.subject(line.subject));
  return parts;
}
