import { createConfig, lintFromString } from "@redocly/openapi-core";
import { describe, expect, it } from "vitest";
import { allRoutes } from "../../../functions/http/routes/all-routes.ts";
import { openApiDocument } from "../../../web/api/openapi-document.ts";

const document = JSON.parse(JSON.stringify(openApiDocument()));

describe("the OpenAPI document", () => {
  it("is valid OpenAPI 3.1", async () => {
    expect(document.openapi).toBe("3.1.0");
    const config = await createConfig({ rules: { struct: "error", "no-unresolved-refs": "error" } });
    const problems = await lintFromString({ source: JSON.stringify(document), config });
    expect(problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([]);
  });

  it("is refused by the validator when a parameter loses its place", async () => {
    const broken = structuredClone(document);
    delete broken.paths["/v1/console/templates"].get.parameters[0].in;
    const config = await createConfig({ rules: { struct: "error" } });
    expect(await lintFromString({ source: JSON.stringify(broken), config })).not.toEqual([]);
  });

  it("lists every declared route once, under its own name", () => {
    const ids = Object.values<Record<string, { operationId: string }>>(document.paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    );
    expect(ids.toSorted()).toEqual(allRoutes.map(({ id }) => id).toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("names schemas instead of repeating them", () => {
    const { schema } = document.paths["/v1/console/templates/{name}"].get.responses["200"].content["application/json"];
    expect(schema).toEqual({ $ref: "#/components/schemas/Template" });
  });
});
