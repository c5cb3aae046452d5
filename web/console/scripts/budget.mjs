// Fails the build when what a first visit downloads is more than the budget.
// Counted: the page, every script and stylesheet it names, and the scripts those import at once, each gzipped at level 9.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const BUDGET = 250 * 1024;
const out = fileURLToPath(new URL("../../../farol/app/static/console/", import.meta.url));
const page = readFileSync(join(out, "index.html"), "utf8");
const named = [...page.matchAll(/(?:src|href)="\/console\/([^"]+\.(?:js|css))"/g)].map((match) => match[1]);

/** What a script imports as it starts; what it imports when a screen is opened is not part of the first load. */
const imports = (file) =>
  file.endsWith(".js") ? [...readFileSync(join(out, file), "utf8").matchAll(/\b(?:import|from)\s*"\.\/([^"]+\.js)"/g)].map((match) => `assets/${match[1]}`) : [];

const first = new Set(named);
for (const file of first) imports(file).forEach((one) => first.add(one));

let total = 0;
for (const file of ["index.html", ...first]) {
  const size = gzipSync(readFileSync(join(out, file)), { level: 9 }).length;
  total += size;
  console.log(`${(size / 1024).toFixed(1).padStart(7)} KB  ${file}`);
}
console.log(`${(total / 1024).toFixed(1).padStart(7)} KB  first load, of ${BUDGET / 1024} KB`);
if (named.length < 2 || total > BUDGET) {
  console.error("The console's first load is over its budget, or its page names no script.");
  process.exit(1);
}
