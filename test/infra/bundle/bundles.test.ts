import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { bundleFolder, functionNames } from "../../../infra/bundle/function-names.ts";
import { functionList } from "../../../infra/engine/function-list.ts";
import { pascalCase } from "../../../infra/parts/name-resource.ts";
import { resourceOf, synthesize } from "../support/synthesize.ts";

const { engine } = synthesize();

// The bundles of the last build; `npm test` makes them first.
function bundleOf(name: string): string {
  const file = path.join(bundleFolder, name, "index.cjs");
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build"`);
  return readFileSync(file, "utf8");
}

test("every file in functions/ is a deployed function, and every deployed function has its file", () => {
  expect(functionNames()).toEqual(Object.keys(functionList).sort());
});

// The names of tables, queues and lanes come to a bundle with the modules that choose among them; these three, and the
// table that everything lies in, are named only where they are used.
test.each(functionNames())("%s was given every setting that it asks for", (name) => {
  const bundle = bundleOf(name);
  const asked = ["MAIN_TABLE", "BASE_URL", "FIRST_ADMIN", "SENDER_ADDRESS"].filter((each) =>
    bundle.includes(`"${each}"`),
  );
  const given = Object.keys(resourceOf(engine, pascalCase(name)).Properties.Environment?.Variables ?? {});
  expect(given).toEqual(expect.arrayContaining(name === "relay-outbox" ? [] : asked));
});

test.each(functionNames())(
  "%s carries no credentials chain, no source map and no compiler it does not need",
  (name) => {
    const bundle = bundleOf(name);
    expect(bundle).not.toMatch(/fromSSO|fromProcess|sourceMappingURL/);
    expect(bundle.includes("mj-section")).toBe(["content-studio", "apply-programme"].includes(name));
  },
);
