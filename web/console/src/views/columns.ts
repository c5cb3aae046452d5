/** What a saved list shows in each row, in words. */
import type { InboxRow } from "@/api/types";
import { channelName } from "@/kit/channel";
import { ownerName, ticketReason } from "@/kit/people";
import { now } from "@/kit/now";
import { whenUtc } from "@/kit/time";
import { language, w } from "@/words";
import type { Column } from "./api";
import { teamName } from "./store";
import { words } from "./words";

const when = (at: string) => whenUtc(at, now.value, language.value);

const TEXT: Record<Column, (row: InboxRow) => string> = {
  severity: (row) => row.severity,
  status: (row) => w.value.status[row.status],
  reason: ticketReason,
  owner: (row) => ownerName(row.owner) ?? words.value.nobody,
  team: (row) => (row.team_id === null ? "" : teamName(row.team_id)),
  tags: (row) => row.tags.join(language.value === "zh" ? "、" : ", "),
  language: (row) => row.language,
  channel: (row) => channelName(row.channel),
  opened: (row) => when(row.opened_at),
  updated: (row) => when(row.updated_at),
  due: (row) => (row.due ? when(row.due.at) : ""),
};

export const factsOf = (row: InboxRow, columns: readonly Column[]): string[] => columns.map((column) => TEXT[column](row)).filter(Boolean);
