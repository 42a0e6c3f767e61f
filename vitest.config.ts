import { defineConfig } from "vitest/config";
import { vitestAssets } from "./infra/bundle/vitest-assets.ts";

export default defineConfig({
  plugins: [vitestAssets()],
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    coverage: {
      provider: "v8",
      include: ["functions/**/*.ts"],
      exclude: ["**/*.d.ts"],
      reporter: ["text-summary", "json-summary"],
    },
  },
});
