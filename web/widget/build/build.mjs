// Builds the loader (widget.js) and the panel it loads, then weighs both: a build over budget fails.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { farol } from "./plugin.mjs";

const HERE = fileURLToPath(new URL("..", import.meta.url));
const OUT = resolve(process.env.FAROL_WIDGET_OUT ?? join(HERE, "../../farol/app/static/widget"));
const BUDGET = { loader: 5 * 1024, panel: 30 * 1024 };

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
      lib: { entry: join(HERE, entry), formats: [format], name: "farol" },
      rolldownOptions: { output: { entryFileNames: name, minify: true } },
    },
  });
  const { output } = Array.isArray(result) ? result[0] : result;
  return join(OUT, output[0].fileName);
}

function weigh(kind, path) {
  const bytes = gzipSync(readFileSync(path), { level: 9 }).length;
  console.log(`${kind.padEnd(7)} ${basename(path).padEnd(20)} ${bytes} bytes gzip of ${BUDGET[kind]}`);
  if (bytes > BUDGET[kind]) throw new Error(`${kind} is ${bytes - BUDGET[kind]} bytes over its budget`);
  return bytes;
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const panel = await bundle("src/panel.tsx", "es", "panel-[hash].js");
const loader = await bundle("src/loader/loader.ts", "iife", "widget.js", {
  __PANEL__: JSON.stringify(basename(panel)),
});
const manifest = {
  loader: { file: basename(loader), gzip: weigh("loader", loader) },
  panel: { file: basename(panel), gzip: weigh("panel", panel) },
};
writeFileSync(join(OUT, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
