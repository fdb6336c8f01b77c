import { readFileSync } from "node:fs";
import { fileURLToPath, URL } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { pageWords } from "./page-words.js";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** WebKitGTK reads WOFF2: the older twin of every font file would only make the program larger. */
function onlyWoff2(): Plugin {
  return {
    name: "zegel-only-woff2",
    enforce: "pre",
    transform(code, id) {
      if (!id.includes("@fontsource") || !id.endsWith(".css")) return null;
      return code.replace(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, "");
    },
  };
}

/** Gives the page its words in the place of a whole catalogue. */
function onlyPageWords(): Plugin {
  return {
    name: "zegel-only-page-words",
    enforce: "pre",
    load(id) {
      const path = /^(.*\/messages\/[a-z]{2}\.ftl)\?raw$/.exec(id)?.[1];
      return path === undefined ? null : `export default ${JSON.stringify(pageWords(readFileSync(path, "utf8")))}`;
    },
  };
}

export default defineConfig(async ({ mode }) => {
  // INVARIANT: the fake of the Rust side is reachable in mode `fake` only, so it is in no shipped build.
  const fake = mode === "fake";
  return {
    plugins: [onlyWoff2(), onlyPageWords(), svelte(), ...(fake ? [(await import("./dev/pages.js")).fakePages()] : [])],
    resolve: {
      alias: {
        $ipc: fake ? at("./dev/fake.ts") : at("./src/lib/ipc/index.ts"),
        $lib: at("./src/lib"),
        $components: at("./src/components"),
        $features: at("./src/features"),
      },
      ...(process.env.VITEST ? { conditions: ["browser"] } : {}),
    },
    server: { fs: { allow: [at(".."), at(".")] } },
    // The CSP has no data: and no inline script, so nothing is inlined and no polyfill is injected.
    build: {
      target: "safari17",
      outDir: fake ? "/tmp/ui-fake-dist" : "dist",
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1500,
    },
    test: { include: ["tests/**/*.test.ts"], environment: "node", css: true },
  };
});
