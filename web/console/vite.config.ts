import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The console is static: built once, served from /console/ by the same origin as the API. */
export default defineConfig({
  root: import.meta.dirname,
  base: "/console/",
  plugins: [react()],
  build: {
    outDir: "../../dist/site/console",
    emptyOutDir: true,
    target: "es2024",
    reportCompressedSize: false,
    // The content security policy allows no data: scripts, and small files cost nothing on one connection.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The canvas of GrapesJS, with the MJML it draws by, is fetched only when somebody asks for it.
    chunkSizeWarningLimit: 2_500,
  },
});
