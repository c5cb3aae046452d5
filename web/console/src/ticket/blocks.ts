/** Things that features put between the messages, at the time they belong to. */
import type { Component } from "vue";
import type { LogItem } from "./log";
import type { Entry } from "./store";

/** at: the moment it stands at. props: what its component gets. */
export interface Block {
  key: string;
  at: string;
  view: Component;
  props: Record<string, unknown>;
}
export type Placed = LogItem | ({ kind: "block" } & Block);

const sources: ((entry: Entry) => Block[])[] = [];

/** `of` is asked for every drawing of a conversation; it answers from what it has already read. */
export const addBlocks = (of: (entry: Entry) => Block[]): void => void sources.push(of);
export const blocksOf = (entry: Entry): Block[] => sources.flatMap((of) => of(entry));

/** A day begins before its first message. */
function timeOf(item: LogItem): number {
  if (item.kind === "day") return Date.parse(`${item.at.slice(0, 10)}T00:00:00Z`);
  return Date.parse(item.kind === "line" ? item.line.at! : item.message.at);
}

/** The conversation with its blocks in order of time. Those before what is loaded wait until it is: `more` says that there is some. */
export function withBlocks(items: LogItem[], blocks: Block[], more: boolean): Placed[] {
  const placed: Placed[] = [...items];
  const first = items[0] ? timeOf(items[0]) : 0;
  for (const block of [...blocks].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const at = Date.parse(block.at);
    if (more && at < first) continue;
    const next = placed.findIndex((item) => (item.kind === "block" ? Date.parse(item.at) : timeOf(item)) > at);
    placed.splice(next < 0 ? placed.length : next, 0, { kind: "block", ...block });
  }
  return placed;
}
