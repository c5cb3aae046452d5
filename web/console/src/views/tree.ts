/** A tree of conditions as people build it: groups of conditions and of further groups. Pure. */
import type { Field } from "./api";

export type Value = string | number | boolean | null | (string | number | boolean)[];
export interface Leaf {
  field: string;
  op: string;
  value?: Value;
}
/** As the server takes it. */
export type Tree = { all: Tree[] } | { any: Tree[] } | { not: Tree } | Leaf;

/** all: every part holds; any: at least one; none: not one. */
export interface GroupNode {
  id: number;
  how: "all" | "any" | "none";
  parts: Node[];
}
export interface LeafNode extends Leaf {
  id: number;
}
export type Node = GroupNode | LeafNode;

let last = 0;
const next = () => (last += 1);

export const isGroup = (node: Node): node is GroupNode => "how" in node;
export const group = (how: GroupNode["how"], parts: Node[]): GroupNode => ({ id: next(), how, parts });
export const BARE = ["empty", "not_empty"];
export const LISTS = ["in", "not_in"];

/** A fresh condition on a field, with a value that fits where there is one. */
export function leafOf(field: Field, op = field.ops[0]!): LeafNode {
  return { id: next(), field: field.name, op, ...(BARE.includes(op) ? {} : { value: valueFor(field, op) }) };
}

function valueFor(field: Field, op: string): Value {
  if (LISTS.includes(op)) return [];
  if (field.kind === "minutes" || field.kind === "number") return 0;
  if (field.kind === "yes_no") return true;
  if (field.kind === "person") return "me";
  return field.choices[0] ?? "";
}

/** The condition compared another way; its value is kept where it still fits. */
export function withOp(node: LeafNode, field: Field, op: string): LeafNode {
  const { value, ...rest } = node;
  if (BARE.includes(op)) return { ...rest, op };
  const wantsList = LISTS.includes(op);
  const had = value === undefined || value === null ? undefined : value;
  const kept = had === undefined ? valueFor(field, op) : wantsList ? (Array.isArray(had) ? had : [had]) : Array.isArray(had) ? had[0] ?? valueFor(field, op) : had;
  return { ...rest, op, value: kept };
}

function read(tree: Tree): Node {
  if ("all" in tree) return group("all", tree.all.map(read));
  if ("any" in tree) return group("any", tree.any.map(read));
  if (!("not" in tree)) return { id: next(), ...tree };
  const inner = tree.not;
  return group("none", "any" in inner ? inner.any.map(read) : [read(inner)]);
}

/** The tree as a group, for the screen. */
export function fromTree(tree: Tree): GroupNode {
  const node = read(tree);
  return isGroup(node) ? node : group("all", [node]);
}

/** The group as the server takes it. Groups in which nothing stands are left out. */
export function toTree(node: Node): Tree {
  if (!isGroup(node)) return node.value === undefined ? { field: node.field, op: node.op } : { field: node.field, op: node.op, value: node.value };
  const parts = node.parts.filter((part) => !isGroup(part) || part.parts.length > 0).map(toTree);
  if (node.how === "all" || !parts.length) return { all: parts };
  return node.how === "any" ? { any: parts } : { not: { any: parts } };
}

export const count = (node: Node): number => (isGroup(node) ? node.parts.reduce((sum, part) => sum + count(part), 0) : 1);

/** Conditions whose value is still to be given. */
export const unfinished = (node: Node): number =>
  isGroup(node)
    ? node.parts.reduce((sum, part) => sum + unfinished(part), 0)
    : Number(node.value === "" || (Array.isArray(node.value) && !node.value.length));

/** The node the server named, such as `all.0.not.any.1`, by its way through the tree it was sent. */
export function nodeAt(node: Node, at: string): number | null {
  let here: Node | undefined = node;
  for (const step of at.split(".")) {
    if (!here || !isGroup(here)) break;
    if (/^\d+$/.test(step)) here = here.parts.filter((part) => !isGroup(part) || part.parts.length > 0)[Number(step)];
  }
  return here?.id ?? null;
}
