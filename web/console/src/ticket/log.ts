/** What the conversation shows, in order: days, messages, one-line changes. Pure: a state in, entries out. */
import type { Message } from "@/api/types";
import { dayOf } from "@/kit/time";
import type { Line, TicketState } from "./reducer";

export type LogItem =
  | { kind: "day"; key: string; at: string }
  | { kind: "line"; key: string; line: Line }
  | { kind: "system"; key: string; message: Message }
  | { kind: "message"; key: string; message: Message; first: boolean; mark: "read" | "sent" | null };

const RUN_MS = 5 * 60_000;

/** Same speaker, same audience, close in time: the name is not repeated. */
function continues(before: Message | null, message: Message): boolean {
  return (
    before !== null &&
    before.author.kind === message.author.kind &&
    before.author.id === message.author.id &&
    before.internal === message.internal &&
    before.channel === message.channel &&
    Date.parse(message.at) - Date.parse(before.at) < RUN_MS
  );
}

/** Under which of our messages a read mark stands: the last one read, and the last one sent after it. */
function marksOf(state: TicketState): Map<number, "read" | "sent"> {
  const ours = state.messages.filter((m) => m.author.kind === "staff" && !m.internal);
  const upto = state.marks.customer?.seq ?? 0;
  const marks = new Map<number, "read" | "sent">();
  const read = ours.filter((m) => m.seq <= upto).at(-1);
  if (read) marks.set(read.seq, "read");
  const last = ours.at(-1);
  if (last && last !== read) marks.set(last.seq, "sent");
  return marks;
}

/** `shows` says which lines have anything to say; the others leave no gap. */
export function logOf(state: TicketState, shows: (line: Line) => boolean = () => true): LogItem[] {
  const marks = marksOf(state);
  const from = state.messages[0]?.seq ?? 0;
  const events = [
    ...state.messages.map((message) => ({ seq: message.seq, at: message.at, message, line: null })),
    ...state.lines.filter((line) => line.seq >= from && shows(line)).map((line) => ({ seq: line.seq, at: line.at!, message: null, line })),
  ].sort((a, b) => a.seq - b.seq);
  const items: LogItem[] = [];
  let day = "";
  let before: Message | null = null;
  for (const { seq, at, message, line } of events) {
    if (dayOf(at) !== day) {
      day = dayOf(at);
      before = null;
      items.push({ kind: "day", key: `d-${day}-${seq}`, at });
    }
    if (line) {
      before = null;
      items.push({ kind: "line", key: `l-${seq}`, line });
    } else if (message!.author.kind === "system") {
      before = null;
      items.push({ kind: "system", key: `m-${seq}`, message: message! });
    } else {
      const first = !continues(before, message!);
      items.push({ kind: "message", key: `m-${seq}`, message: message!, first, mark: marks.get(seq) ?? null });
      before = message!;
    }
  }
  return items;
}
