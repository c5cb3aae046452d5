// Builds what an exchange's own pages load: the SDK (module and classic script), the form element, the page for apps. Each is
// weighed: a build over budget fails.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const HERE = fileURLToPath(new URL("..", import.meta.url));
const OUT = resolve(process.env.FAROL_SDK_OUT ?? join(HERE, "../../farol/app/static/sdk"));
const DIST = join(HERE, "dist");
const BUDGET = { "sdk.js": 6 * 1024, "global.js": 6 * 1024, "form.js": 6 * 1024, "chat.js": 2 * 1024, "report.js": 5 * 1024 };

// Loaded when a report is first made, from beside the script that asks: /sdk.js and /form.js lie above /sdk/.
const beside = (path) => ({
  name: "farol-sdk",
  enforce: "pre",
  resolveId: (id) => (id === "virtual:report" ? { id: path, external: true } : null),
});

const TEXT = ".css?text";
const sheets = {
  name: "farol-sheets",
  enforce: "pre",
  resolveId: (id, importer) => (id.endsWith(TEXT) ? `\0${resolve(dirname(importer), id.slice(0, -"?text".length))}.js` : null),
  load(id) {
    if (!id.startsWith("\0") || !id.endsWith(".css.js")) return null;
    const text = readFileSync(id.slice(1, -".js".length), "utf8").replace(/\/\*.*?\*\//gs, "").replace(/\s+/g, " ");
    return `export default ${JSON.stringify(text.replace(/ ?([{};]) ?/g, "$1").trim())}`;
  },
};

async function bundle(entry, name, format, folder = OUT, report = "./sdk/report.js") {
  await build({
    root: HERE,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    plugins: [beside(report), sheets],
    build: {
      target: "es2022",
      outDir: folder,
      emptyOutDir: false,
      minify: "oxc",
      lib: { entry: join(HERE, entry), formats: [format], name: "Farol" },
      rolldownOptions: { output: { entryFileNames: name, minify: true, ...(name === "global.js" && { exports: "named" }) } },
    },
  });
}

for (const folder of [OUT, DIST]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
await bundle("src/sdk.ts", "sdk.js", "es");
await bundle("src/sdk.ts", "global.js", "iife", OUT, "./report.js");
await bundle("src/report.ts", "report.js", "es");
await bundle("src/form/form.ts", "form.js", "iife");
await bundle("src/app/chat.ts", "chat.js", "iife");
copyFileSync(join(HERE, "src/app/chat.css"), join(OUT, "chat.css"));

const types = `${readFileSync(join(HERE, "src/public.ts"), "utf8")}
export declare class FarolError extends Error implements Trouble {
  readonly code: Code;
  readonly status: number;
  readonly detail: string;
  readonly problem: Readonly<Record<string, unknown>>;
  readonly passing: boolean;
}

export declare function createFarol(options: Options): Farol;
`;
for (const folder of [OUT, DIST]) writeFileSync(join(folder, "sdk.d.ts"), types);
// As a package: a bundler finds the report beside the module.
await bundle("src/sdk.ts", "sdk.js", "es", DIST, "./report.js");
copyFileSync(join(OUT, "report.js"), join(DIST, "report.js"));

for (const [name, most] of Object.entries(BUDGET)) {
  const bytes = gzipSync(readFileSync(join(OUT, name)), { level: 9 }).length;
  console.log(`${name.padEnd(10)} ${bytes} bytes gzip of ${most}`);
  if (bytes > most) throw new Error(`${name} is ${bytes - most} bytes over its budget`);
}
