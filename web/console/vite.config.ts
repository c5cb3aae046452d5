import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.FAROL_SERVER ?? "http://127.0.0.1:8700";

export default defineConfig({
  base: "/console/",
  plugins: [
    vue({
      // Static markup is built node by node, never through innerHTML: the console runs under Trusted Types.
      template: { compilerOptions: { hoistStatic: false } },
    }),
  ],
  resolve: { alias: { "@": here("src"), "@tokens": here("../tokens") } },
  define: { __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false" },
  css: { transformer: "lightningcss", lightningcss: { targets: { chrome: 111 << 16, firefox: 114 << 16, safari: (16 << 16) | (4 << 8) } } },
  build: {
    outDir: here("../../farol/app/static/console"),
    emptyOutDir: true,
    // One script: the page admits it by nonce, and nothing else has to be admitted.
    modulePreload: false,
    assetsInlineLimit: 0,
    sourcemap: false,
  },
  server: {
    host: "127.0.0.1",
    fs: { allow: [here("..")] },
    proxy: { "/api": server, "/live": { target: server.replace(/^http/, "ws"), ws: true } },
  },
  test: { include: ["test/**/*.test.ts"], environment: "node" },
});
