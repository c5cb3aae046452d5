/** The figures' routes and their shapes; see the server's `insight/figures/model.py` for units. */
import { ask } from "@/api/http";

export interface Figure {
  key: string;
  unit: "s" | "share";
  value: number | null;
  most: number | null;
  n: number;
  least: number;
  aside: number;
  more: Record<string, number | null>;
}
export interface Day {
  day: string;
  opened: number;
  resolved: number;
  n: number;
  half: number | null;
  most: number | null;
  rated: number;
  good: number;
}
export interface Slice {
  key: string;
  opened: number;
  n: number;
  half: number | null;
  most: number | null;
  label: { zh: string; en: string } | null;
}
export interface Figures {
  since: string;
  until: string;
  opened: number;
  resolved: number;
  left_out: number;
  figures: Figure[];
  formulas: Record<string, { zh: string; en: string }>;
  days: Day[];
  reasons: Slice[];
  channels: Slice[];
  hours: Slice[];
}
export interface Live {
  at: string;
  open: number;
  waiting: number;
  longest_since: string | null;
  oldest_s: number | null;
  half: number | null;
  most: number | null;
  resolved_a_day: number;
  days_of_work: number | null;
}
export interface Behind {
  tickets: { id: number; number: string; subject: string; at: string; value: number | null; words: string }[];
  most: number;
}
/** Whole days in UTC, both included; an empty filter is no filter. */
export interface Asked {
  since: string;
  until: string;
  channel: string;
  reason: string;
}

const query = (by: Asked): string =>
  new URLSearchParams(Object.entries(by).filter(([, value]) => value) as [string, string][]).toString();

export const readFigures = (by: Asked): Promise<Figures> => ask("GET", `/figures?${query(by)}`);
export const readLive = (): Promise<Live> => ask("GET", "/figures/live");
export const readBehind = (figure: string, by: Asked): Promise<Behind> => ask("GET", `/figures/${figure}/tickets?${query(by)}`);
