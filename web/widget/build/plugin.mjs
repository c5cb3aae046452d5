// Two kinds of import: `x.css?sheet` is a minified style sheet as text, `virtual:icons` the icons the panel
// draws.
import { basename, dirname, join, resolve } from "node:path";
import { sheet } from "./css.mjs";
import { icons } from "./icons.mjs";

const USED_ICONS = [
  "alert",
  "chat",
  "check",
  "check2",
  "clip",
  "clock",
  "deposit",
  "doc",
  "down",
  "freeze",
  "globe",
  "left",
  "pencil",
  "refresh",
  "right",
  "send",
  "shield",
  "withdraw",
  "x",
];

export function farol() {
  return {
    name: "farol",
    enforce: "pre",
    resolveId(id, importer) {
      if (id === "virtual:icons") return "\0icons";
      if (id.endsWith(".css?sheet"))
        return `\0sheet:${resolve(dirname(importer), id.slice(0, -"?sheet".length))}.js`;
      return null;
    },
    load(id) {
      if (id === "\0icons") return `export default ${JSON.stringify(icons(USED_ICONS))}`;
      if (!id.startsWith("\0sheet:")) return null;
      const path = id.slice("\0sheet:".length, -".js".length);
      this.addWatchFile(path);
      return `export default ${JSON.stringify(sheet(path, basename(path) === "pill.css" ? null : join(dirname(path), "pill.css")))}`;
    },
  };
}
