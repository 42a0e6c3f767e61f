import { describe, expect, it } from "vitest";
import { allRoutes } from "../../../../functions/http/routes/all-routes.ts";

const staffRoutes = allRoutes.filter(({ audience }) => audience === "staff");

describe("declared routes", () => {
  it("name a permission when they are for staff, because a route without one is closed to everybody", () => {
    expect(staffRoutes.filter(({ permission }) => permission === undefined)).toEqual([]);
  });

  it("declare every parameter of their path", () => {
    for (const { id, path, params } of allRoutes) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = Object.keys(params?.def.shape ?? {});
      expect(declared.toSorted(), id).toEqual(inPath.toSorted());
    }
  });

  it("need more than reading to change anything, except to render a preview", () => {
    const readersMayCall = staffRoutes.filter(({ method, permission }) => method !== "GET" && permission === "read");
    expect(readersMayCall.map(({ id }) => id)).toEqual(["previewTemplate"]);
  });

  it("carry a body only where it is declared, and never on GET", () => {
    expect(allRoutes.filter(({ method, body }) => method === "GET" && body)).toEqual([]);
    // What is taken away is named by its path; a browser asks first before another site's page may send DELETE.
    const bodiless = ["GET", "DELETE"];
    expect(staffRoutes.filter(({ method, body }) => !bodiless.includes(method) && !body)).toEqual([]);
  });
});
