import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, test } from "vitest";
import { passGate } from "../../../functions/content/rules/publish-gate.ts";
import { bundleFolder, functionNames } from "../../../infra/bundle/function-names.ts";
import { LATER_FILE } from "../../../infra/bundle/later-plugin.ts";
import { functionList } from "../../../infra/engine/function-list.ts";
import { pascalCase } from "../../../infra/parts/name-resource.ts";
import { SMALL_SHARED, smallSource } from "../../functions/content/support/small-content.ts";
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

// The names of tables, queues and lanes come to a bundle with the modules that choose among them; these, and the
// table that everything lies in, are named only where they are used.
test.each(functionNames())("%s was given every setting that it asks for", (name) => {
  const bundle = bundleOf(name);
  const asked = ["MAIN_TABLE", "BASE_URL", "FIRST_ADMIN", "SENDER_ADDRESS", "RECEIVES_BEFORE_DEAD"].filter((each) =>
    bundle.includes(`"${each}"`),
  );
  const given = Object.keys(resourceOf(engine, pascalCase(name)).Properties.Environment?.Variables ?? {});
  expect(given).toEqual(expect.arrayContaining(name === "relay-outbox" ? [] : asked));
});

test.each(functionNames())("%s carries no credentials chain, no source map and no compiler of mails", (name) => {
  expect(bundleOf(name)).not.toMatch(/fromSSO|fromProcess|sourceMappingURL|mj-section/);
});

test.each(["send-marketing", "send-transactional", "react"])("%s carries no template engine", (name) => {
  expect(bundleOf(name)).not.toMatch(/handlebars/i);
});

test("the compiler lies beside the two functions that use it, for later, and no other has such a file", () => {
  const withLater = functionNames().filter((name) => existsSync(path.join(bundleFolder, name, LATER_FILE)));
  expect(withLater).toEqual(["apply-programme", "content-studio"]);
  const askFor = functionNames().filter((name) => bundleOf(name).includes(LATER_FILE));
  expect(askFor).toEqual(withLater);
});

test.each(["apply-programme", "content-studio"])(
  "the compiler beside %s makes the mails that its source makes",
  async (name) => {
    const later = createRequire(import.meta.url)(path.join(bundleFolder, name, LATER_FILE));
    const gate: typeof passGate = later["functions/content/rules/publish-gate.ts"].passGate;
    const verdict = await gate(smallSource(), SMALL_SHARED);
    expect(verdict.contents.length).toBe(2);
    expect(verdict).toEqual(await passGate(smallSource(), SMALL_SHARED));
  },
);
