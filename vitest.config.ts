import { defineConfig } from "vitest/config";
import { vitestAssets } from "./infra/bundle/vitest-assets.ts";

export default defineConfig({
  plugins: [vitestAssets()],
  test: {
    // One worker a core: by default one core stays idle, which is half of a machine with two.
    maxWorkers: "100%",
    // The log is made when it is imported, before any test could silence it.
    env: { POWERTOOLS_LOG_LEVEL: "SILENT" },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    coverage: {
      provider: "v8",
      include: ["functions/**/*.ts"],
      exclude: ["**/*.d.ts"],
      reporter: ["text-summary", "json-summary"],
      // `npm run coverage`. Verbs are mostly proved by the stories, which run the bundles and are not counted here.
      thresholds: {
        "functions/*/rules/**": { lines: 85, branches: 75 },
        "functions/!(http|platform)/*.ts": { lines: 50 },
      },
    },
    projects: [
      {
        extends: true,
        test: { name: "product", include: ["test/**/*.test.{ts,tsx}"], exclude: ["test/infra/**"] },
      },
      {
        extends: true,
        // These tests only read templates, so they may share what takes their time: loading the CDK's library.
        test: { name: "infra", include: ["test/infra/**/*.test.ts"], isolate: false },
      },
    ],
  },
});
