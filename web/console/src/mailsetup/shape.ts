/** Records as a zone file wants them, what a check found, a letterhead as it is edited. */
import type { Checked, Letterhead, Zone } from "./api";

export const sameRecord = (one: Zone, other: Zone): boolean => one.purpose === other.purpose && one.name === other.name && one.key_id === other.key_id;

/** What the last check found of a record; nothing before one. */
export const foundOf = (record: Zone, checked: readonly Checked[] | undefined): Checked | undefined => checked?.find((one) => sameRecord(one.record, record));

export const tone = (found: Checked["found"]): string => ({ right: "good", missing: "risk", wrong: "breach", unanswered: "line" })[found];

/** Whether everything stands there; null before anybody asked. */
export const allRight = (checked: readonly Checked[] | undefined): boolean | null => (checked ? checked.every((one) => one.found === "right") : null);

export const blank = (brand = ""): Letterhead => ({ brand, colour: "", logo: "", address: "", footer: {}, signature: true, entities: [], tiers: [] });

/** "a, b,, c" as a list, each once. */
export const listOf = (typed: string): string[] => [...new Set(typed.split(/[,，、\n]/).map((one) => one.trim()).filter(Boolean))];

/** As it is sent: no empty footers, nothing beside the words. */
export const tidy = (head: Letterhead): Letterhead => ({
  ...head, brand: head.brand.trim(), colour: head.colour.trim(), address: head.address.trim(),
  footer: Object.fromEntries(Object.entries(head.footer).filter(([, words]) => words.trim()).map(([tongue, words]) => [tongue, words.trim()])),
});

/** A file as the server wants it: base64 without its head. */
export const bare = (dataUrl: string): string => dataUrl.slice(dataUrl.indexOf(",") + 1);

export const LARGEST_LOGO = 48 * 1024;
export const KEY = /^[a-z][a-z0-9_-]{0,39}$/;
