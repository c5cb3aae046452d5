// Builds the loader (widget.js), the panel it loads and the panel's words by language, then weighs what a customer loads: a
// build over budget fails.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { createHash } from "node:crypto";
import { farol, FOLDER, TEXTS } from "./plugin.mjs";

const HERE = fileURLToPath(new URL("..", import.meta.url));
const OUT = resolve(process.env.FAROL_WIDGET_OUT ?? join(HERE, "../../farol/app/static/widget"));
const BUDGET = { loader: 5 * 1024, panel: 30 * 1024 };
const LANGS = ["zh", "zh-Hant", "en", "ru", "es", "vi", "tr", "ko", "ja", "pt", "ar"];

/** One bundle without side files; returns the path of the script it wrote. */
async function bundle(entry, format, name, define = {}) {
  const result = await build({
    root: HERE,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    plugins: [farol()],
    define: { "process.env.NODE_ENV": '"production"', ...define },
    oxc: { jsx: { runtime: "classic", pragma: "h", pragmaFrag: "Fragment" } },
    build: {
      target: "es2022",
      outDir: OUT,
      emptyOutDir: false,
      minify: "oxc",
      // As a library: Vite then adds no preloading helper of its own around import().
      lib: { entry: entry.startsWith("virtual:") ? entry : join(HERE, entry), formats: [format], name: "farol" },
      rolldownOptions: {
        preserveEntrySignatures: "allow-extension",
        output: { entryFileNames: name, chunkFileNames: "more-[hash].js", minify: true },
      },
    },
  });
  const { output } = Array.isArray(result) ? result[0] : result;
  // Notes of the compiler to itself, which nobody reads any more.
  for (const { fileName } of output) {
    const path = join(OUT, fileName);
    writeFileSync(path, readFileSync(path, "utf8").replace(/(\w?)\/\* @__PURE__ \*\/ ?/g, (_, word) => word && `${word} `));
  }
  return join(OUT, output[0].fileName);
}

const gzipped = (path) => gzipSync(readFileSync(path), { level: 9 }).length;

function weigh(kind, ...paths) {
  const bytes = paths.reduce((sum, path) => sum + gzipped(path), 0);
  const names = paths.map((path) => basename(path)).join(" + ");
  console.log(`${kind.padEnd(7)} ${names.padEnd(44)} ${bytes} bytes gzip of ${BUDGET[kind]}`);
  if (bytes > BUDGET[kind]) throw new Error(`${kind} is ${bytes - BUDGET[kind]} bytes over its budget`);
  return bytes;
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
// By its own name: the panel of a page that has been open for long finds it after a deployment too.
await bundle("../washing/wash.mjs", "es", "wash.js");
const panel = await bundle("src/panel.tsx", "es", "panel-[hash].js");
const sources = [TEXTS, ...readdirSync(FOLDER).map((name) => join(FOLDER, name))].sort();
const digest = createHash("sha256");
for (const source of sources) digest.update(readFileSync(source));
const files = { panel: basename(panel), words: `${digest.digest("hex").slice(0, 8)}.js` };
const words = {};
for (const lang of LANGS) {
  words[lang] = await bundle(`virtual:words-${lang}`, "es", `words-${lang}-${files.words}`);
  if (lang !== "en") await bundle(`virtual:pill-${lang}`, "es", `pill-${lang}-${files.words}`);
}
const loader = await bundle("src/loader/loader.ts", "iife", "widget.js", { __FILES__: JSON.stringify(files) });
weigh("loader", loader);
for (const lang of LANGS) weigh("panel", panel, words[lang]);
writeFileSync(join(OUT, "manifest.json"), `${JSON.stringify(files, null, 2)}\n`);
