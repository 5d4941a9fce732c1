import { defineConfig } from "vite";

export default defineConfig({
  base: "/static/",
  server: { cors: true, fs: { allow: [".."] }, origin: "http://localhost:5173" },
  build: {
    // Android 8 with the WebView it was sold with; newer syntax is a white screen there.
    target: "chrome80",
    cssTarget: "chrome80",
    outDir: "dist",
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // the content security policy allows no data: scripts or fonts
    chunkSizeWarningLimit: 1200, // MapLibre, loaded only by pages with a map
    rolldownOptions: {
      input: ["portal.ts", "console.ts", "gallery.ts"],
      checks: { eval: false }, // htmx has an eval that allowEval: false never reaches
    },
  },
  worker: { format: "es" },
});
