import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "virtual:report": fileURLToPath(new URL("src/report.ts", import.meta.url)) } },
  test: { include: ["test/**/*.test.ts"] },
});
