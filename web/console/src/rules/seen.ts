/** Conditions, and what a ticket had, as people read them. */
import { nameOf, reasonLabel } from "@/kit/people";
import { language, w } from "@/words";
import { known, teamName } from "@/views/store";
import { fieldName, valueText } from "@/views/values";
import { words as conditionWords } from "@/views/words";
import { count, fromTree, isGroup, type LeafNode, type Node, type Tree } from "@/views/tree";
import type { Seen } from "./api";
import { words } from "./words";

const join = (list: string[]): string => list.join(language.value === "zh" ? "、" : ", ");

/** A value of a field: P1, a colleague's name, "empty". */
export function sawText(field: string, value: unknown): string {
  if (value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length)) return words.value.empty;
  if (Array.isArray(value)) return join(value.map((one) => sawText(field, one)));
  if (typeof value === "boolean") return value ? words.value.yes : words.value.no;
  if (field === "reason") return reasonLabel(String(value));
  if (field === "owner" && typeof value === "number") return nameOf(value);
  if (field === "team" && typeof value === "number") return teamName(value);
  if (field === "status") return w.value.status[value as keyof typeof w.value.status] ?? String(value);
  if (field === "channel") return w.value.channels[String(value)] ?? String(value);
  return String(value);
}

export function seenText(one: Seen): string {
  if (one.field === "words") return one.saw === null ? words.value.noWords : words.value.sawWords(String(one.saw));
  return words.value.saw(fieldName(one.field), sawText(one.field, one.saw));
}

function leafText(node: LeafNode): string {
  const field = known.catalogue?.fields.find((one) => one.name === node.field);
  const shown = (value: unknown) => (field && node.field !== "severity" ? valueText(field, value as string) : String(value));
  const value = node.value === undefined ? "" : Array.isArray(node.value) ? join(node.value.slice(0, 4).map(shown)) + (node.value.length > 4 ? " …" : "") : typeof node.value === "boolean" ? sawText("", node.value) : shown(node.value);
  return [fieldName(node.field), conditionWords.value.ops[node.op] ?? node.op, value].filter(Boolean).join(" ");
}

/** A whole tree in one line; deep ones are cut. */
export function treeText(tree: Tree): string {
  const text = (node: Node, deep: number): string => {
    if (!isGroup(node)) return leafText(node);
    const sep = language.value === "zh" ? (node.how === "all" ? " 且 " : " 或 ") : node.how === "all" ? " and " : " or ";
    const inner = node.parts.map((part) => text(part, deep + 1)).join(sep);
    const not = language.value === "zh" ? "不是" : "not ";
    return node.how === "none" ? `${not}(${inner})` : deep && node.parts.length > 1 ? `(${inner})` : inner;
  };
  const root = fromTree(tree);
  return count(root) ? text(root, 0) : words.value.always;
}
