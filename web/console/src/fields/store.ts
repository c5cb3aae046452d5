/** Fields of the tickets on screen, and the desk's stages and reasons, read once. */
import { effectScope, shallowReactive, shallowRef, watch } from "vue";
import { Refused } from "@/api/http";
import { session } from "@/kit/session";
import { onHappened } from "@/live/heard";
import { current, type Entry, known, ticketOf } from "@/ticket/store";
import { language, whyOf } from "@/words";
import * as api from "./api";
import { words } from "./words";

const KEEP = 30;
const read = shallowReactive(new Map<number, api.Values>());
export const valuesOf = (ticket: number): api.Values | null => read.get(ticket) ?? null;

export const stages = shallowRef<api.Stage[]>([]);
export const families = shallowRef<api.Family[] | null>(null);

export const stageOf = (key: string | null): api.Stage | null => stages.value.find((one) => one.key === key) ?? null;

/** A stage by its name, also one that can no longer be chosen, which keeps its key. */
export const stageName = (key: string): string => stageOf(key)?.[language.value] ?? key;

export async function readFamilies(): Promise<void> {
  families.value ??= await api.tree().catch(() => null);
}
export async function readStages(): Promise<void> {
  stages.value = await api.stages().catch(() => stages.value);
}

function keep(ticket: number, found: api.Values): void {
  read.delete(ticket);
  read.set(ticket, found);
  for (const old of read.keys()) {
    if (read.size <= KEEP) break;
    read.delete(old);
  }
}

export async function readValues(ticket: number): Promise<void> {
  const found = await api.values(ticket).catch(() => null);
  if (found) keep(ticket, found);
}

/** A value as people read it. */
export function textOf(field: api.Field, value: api.Value): string {
  if (value === null) return "";
  if (typeof value === "object") return [value.amount, value.coin].filter(Boolean).join(" ");
  if (typeof value === "boolean") return value ? words.value.yes : words.value.no;
  return field.options.find((one) => one.value === value)?.[language.value] ?? String(value);
}

/** Sets one field if it still is as it was seen. Null when it was saved; otherwise why not, in words. */
export async function fill(ticket: number, { field, value: was }: api.Filled, value: api.Value): Promise<string | null> {
  try {
    keep(ticket, await api.fill(ticket, { [field.key]: value }, { [field.key]: was }));
    return null;
  } catch (error) {
    if (!(error instanceof Refused)) return words.value.failed(whyOf(error));
    if (error.code === "field_invalid") return words.value.wrong[field.kind];
    if (error.code !== "fields_changed") return words.value.failed(whyOf(error));
    const { now, by } = error.fields as { now: Record<string, api.Value>; by: Record<string, string> };
    await readValues(ticket);
    return words.value.changed(by[field.key] ?? "", textOf(field, now[field.key] ?? null) || words.value.empty);
  }
}

/** A field's name from anywhere it is known; its key otherwise. */
export function nameOf(key: string): string {
  for (const { fields } of [...read.values()].reverse()) {
    const found = fields.find((one) => one.field.key === key);
    if (found) return found.field[language.value];
  }
  return key;
}

function told(entry: Entry, set: Record<string, unknown>): void {
  if (!entry.state) return;
  const fields = Object.fromEntries(Object.entries({ ...entry.state.ticket.fields, ...set }).filter(([, value]) => value !== null));
  entry.state = { ...entry.state, ticket: { ...entry.state.ticket, fields } };
}

/** Follows the open ticket for as long as the page lives. */
export function follow(): void {
  onHappened("ticket.fields_set", ({ ticket, body }) => {
    const entry = known(ticket);
    if (entry) told(entry, body.fields as Record<string, unknown>);
    void readValues(ticket);
  });
  effectScope(true).run(() => {
    watch(() => session.state === "in", (on) => on && void readStages(), { immediate: true });
    watch(
      () => {
        const ticket = current.value && ticketOf(current.value);
        return [ticket?.id, current.value?.state?.ticket.reason, ticket?.last_words?.at] as const;
      },
      ([id]) => id && void readValues(id),
      { immediate: true },
    );
  });
}
