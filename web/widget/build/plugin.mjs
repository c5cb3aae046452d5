// Three kinds of import: `x.css?sheet` is a minified style sheet as text, `virtual:icons` the icons the panel draws,
// `virtual:words-zh` (and -en) the panel's words in one language.
import { readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
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

const TEXTS = fileURLToPath(new URL("../src/texts.ts", import.meta.url));
const WORDS = "virtual:words-";

/** One language of the table in texts.ts, which is a literal of strings. */
function words(lang) {
  const [, table] = readFileSync(TEXTS, "utf8").match(/export const TEXTS = (\{[\s\S]*?\n\}) as const/);
  const pairs = Object.entries(Function(`return ${table}`)());
  return Object.fromEntries(pairs.map(([key, pair]) => [key, pair[lang === "zh" ? 0 : 1]]));
}

export function farol() {
  return {
    name: "farol",
    enforce: "pre",
    resolveId(id, importer) {
      if (id === "virtual:icons") return "\0icons";
      if (id.includes(WORDS)) return `\0${id.slice(id.indexOf(WORDS))}`;
      if (id.endsWith(".css?sheet"))
        return `\0sheet:${resolve(dirname(importer), id.slice(0, -"?sheet".length))}.js`;
      return null;
    },
    load(id) {
      if (id === "\0icons") return `export default ${JSON.stringify(icons(USED_ICONS))}`;
      if (id.startsWith(`\0${WORDS}`)) return `export default ${JSON.stringify(words(id.slice(-2)))}`;
      if (!id.startsWith("\0sheet:")) return null;
      const path = id.slice("\0sheet:".length, -".js".length);
      this.addWatchFile(path);
      return `export default ${JSON.stringify(sheet(path, basename(path) === "pill.css" ? null : join(dirname(path), "pill.css")))}`;
    },
  };
}
