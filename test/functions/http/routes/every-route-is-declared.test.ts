import { describe, expect, it } from "vitest";
import { allRoutes } from "../../../../functions/http/routes/all-routes.ts";
import { routes } from "../../../../infra/web/routes.ts";

const deployed = Object.values(routes).flat();
const proxies = deployed.filter((route) => route.includes("{proxy+}")).map((route) => route.replace("{proxy+}", ""));
const declared = allRoutes.map(({ method, path }) => `${method} ${path}`);

describe("the API document and the gateway", () => {
  it("know the same routes: each one that is deployed by name is declared", () => {
    const named = deployed.filter((route) => !route.includes("{proxy+}") && !route.startsWith("ANY "));
    expect(named.filter((route) => !declared.includes(route))).toEqual([]);
  });

  it("know the same routes: each one that is declared reaches a function", () => {
    const reaches = (route: string) =>
      deployed.includes(route) ||
      deployed.includes(route.replace(/^\w+/, "ANY")) ||
      proxies.some((proxy) => route.startsWith(proxy) || route.replace(/^\w+/, "ANY").startsWith(proxy));
    expect(declared.filter((route) => !reaches(route))).toEqual([]);
  });
});
