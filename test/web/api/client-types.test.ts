import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { clientTypes } from "../../../web/api/client-types.ts";

it("the committed client types are those of the routes as they are declared now", async () => {
  const committed = readFileSync(new URL("../../../web/api/schema.d.ts", import.meta.url), "utf8");
  expect(committed, "run `npm run generate:api` and commit web/api/schema.d.ts").toBe(await clientTypes());
});
