/** An article as the help pages will draw it, from the server's own parts. Elements are made one by one: no text becomes markup. */
import { type FunctionalComponent, h, type VNodeChild } from "vue";
import type { Node, Part } from "./api";
import { words } from "./words";

const TAGS = new Set(["p", "h2", "h3", "ul", "ol", "li", "strong", "em", "a", "code", "pre", "blockquote", "aside", "table", "thead", "tbody", "tr", "th", "td", "br", "hr", "div", "img"]);
const CLASSES = new Set(["note", "warning", "safety", "scroller", "video"]);
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9-]+)?$/;
const LINK = /^(https:\/\/|mailto:|#|\/(?![/\\]))/;
const MEDIA = /^\/help\/media\/([0-9a-f-]{36})$/;

function attrs(node: Node): Record<string, string> {
  const own: Record<string, string> = {};
  if (node.attrs.class && CLASSES.has(node.attrs.class)) own.class = node.attrs.class;
  const href = node.attrs.href ?? "";
  if (node.tag === "a" && (SLUG.test(href) || LINK.test(href))) {
    Object.assign(own, { href: SLUG.test(href) ? `/help/en/a/${href}` : href, target: "_blank", rel: "noopener noreferrer" });
  }
  if (node.tag === "img") {
    const id = MEDIA.exec(node.attrs.src ?? "")?.[1];
    Object.assign(own, { src: id ? `/api/console/knowledge/pictures/${id}` : "", alt: node.attrs.alt ?? "" });
    for (const size of ["width", "height"]) if (/^\d{1,5}$/.test(node.attrs[size] ?? "")) own[size] = node.attrs[size]!;
  }
  if (node.attrs.start && /^\d{1,9}$/.test(node.attrs.start)) own.start = node.attrs.start;
  return own;
}

const drawn = (node: Node | string): VNodeChild =>
  typeof node === "string" ? node : TAGS.has(node.tag) ? h(node.tag, attrs(node), node.children.map(drawn)) : node.children.map(drawn);

function live(part: Part): VNodeChild {
  const filters = Object.entries(part.filters).map(([name, value]) => `${name}=${value}`).join(" ");
  return h("p", { class: "live-block" }, [h("i", { class: "i i-s i-refresh", "aria-hidden": "true" }), ` ${words.value.liveKinds[part.kind] ?? part.kind} `, h("code", filters)]);
}

export const PreviewParts: FunctionalComponent<{ parts: Part[]; lang: string }> = ({ parts, lang }) =>
  h("div", { class: "prose", lang }, parts.map((part) => (part.kind === "prose" ? part.nodes.map(drawn) : live(part))));
PreviewParts.props = ["parts", "lang"];
