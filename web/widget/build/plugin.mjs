// Three kinds of import: `x.css?sheet` is a minified style sheet as text, `virtual:icons` the icons the panel draws, `virtual:icons-call` those of calls,
// `virtual:words-ru` the panel's words in one language, `virtual:pill-ru` the closed pill's.
import { readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { sheet } from "./css.mjs";
import { icons } from "./icons.mjs";

const CALL_ICONS = ["camera", "hang-up", "link", "mic", "mic-off", "phone", "play", "screen"];
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

export const TEXTS = fileURLToPath(new URL("../src/texts.ts", import.meta.url));
export const FOLDER = fileURLToPath(new URL("../src/words", import.meta.url));
const WORDS = /virtual:(words|pill)-([a-zA-Z-]+)$/;

/** One language of the words or of the pill. Chinese and English stand in texts.ts, in literals of strings; what a language lacks is English. */
export function words(kind, lang) {
  const name = kind === "pill" ? "PILL" : "TEXTS";
  const [, table] = readFileSync(TEXTS, "utf8").match(new RegExp(`export const ${name} = (\\{[\\s\\S]*?\\n\\}) as const`));
  const pairs = Object.entries(Function(`return ${table}`)());
  if (lang === "zh" || lang === "en") return Object.fromEntries(pairs.map(([key, pair]) => [key, pair[lang === "zh" ? 0 : 1]]));
  const own = JSON.parse(readFileSync(join(FOLDER, `${lang}.json`), "utf8"))[kind];
  return Object.fromEntries(pairs.map(([key, pair]) => [key, own[key] ?? pair[1]]));
}

export function farol() {
  return {
    name: "farol",
    enforce: "pre",
    resolveId(id, importer) {
      if (id === "virtual:wash") return { id: "./wash.js", external: true };
      if (id === "virtual:icons") return "\0icons";
      if (id === "virtual:icons-call") return "\0icons-call";
      const asked = WORDS.exec(id);
      if (asked) return `\0${asked[0]}`;
      if (id.endsWith(".css?sheet"))
        return `\0sheet:${resolve(dirname(importer), id.slice(0, -"?sheet".length))}.js`;
      return null;
    },
    load(id) {
      if (id === "\0icons-call") return `export default ${JSON.stringify(icons(CALL_ICONS))}`;
      if (id === "\0icons") return `export default ${JSON.stringify(icons(USED_ICONS))}`;
      const asked = WORDS.exec(id);
      if (asked) return `export default ${JSON.stringify(words(asked[1], asked[2]))}`;
      if (!id.startsWith("\0sheet:")) return null;
      const path = id.slice("\0sheet:".length, -".js".length);
      this.addWatchFile(path);
      return `export default ${JSON.stringify(sheet(path, basename(path) === "pill.css" ? null : join(dirname(path), "pill.css")))}`;
    },
  };
}
