// The shared icons as data, so that they are drawn as SVG elements: a mask image would need `img-src data:`
// of the host.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const ICONS = fileURLToPath(new URL("../../tokens/icons.css", import.meta.url));

/**
 * The named icons of icons.css as `{name: [[tag, attributes], ...]}`; a name that does not exist fails the
 * build.
 */
export function icons(names) {
  const css = readFileSync(ICONS, "utf8");
  return Object.fromEntries(names.map((name) => [name, shapes(css, name)]));
}

function shapes(css, name) {
  const found = css.match(new RegExp(`\\.i-${name} \\{[^"]*"data:image/svg\\+xml,([^"]*)"`));
  if (!found) throw new Error(`icons.css has no icon "${name}"`);
  const inner = decodeURIComponent(found[1]).replace(/^<svg[^>]*>|<\/svg>$/g, "");
  return [...inner.matchAll(/<(\w+)((?: [\w-]+='[^']*')*)\/>/g)].map(([, tag, attributes]) => [
    tag,
    Object.fromEntries([...attributes.matchAll(/([\w-]+)='([^']*)'/g)].map(([, key, value]) => [key, value])),
  ]);
}
