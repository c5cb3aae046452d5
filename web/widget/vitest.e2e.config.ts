import { defineConfig } from "vitest/config";

// The built widget in a real browser against the stand-in server; run `npm run build` first.
export default defineConfig({
  test: {
    include: ["test/e2e/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    fileParallelism: false,
  },
});
