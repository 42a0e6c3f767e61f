import { describe, expect, it } from "vitest";
import { matchRoute } from "../../../../functions/http/console/match-route.ts";

const entries = [
  { route: { method: "GET", path: "/v1/console/templates" } },
  { route: { method: "GET", path: "/v1/console/templates/{name}" } },
  { route: { method: "PUT", path: "/v1/console/templates/{name}/draft" } },
] as const;

describe("the route of a request", () => {
  it("is found by its method and path, with the values in the path", () => {
    const matched = matchRoute(entries, "PUT", "/v1/console/templates/welcome/draft");
    expect(matched).toEqual({ ok: true, entry: entries[2], params: { name: "welcome" } });
  });

  it.each([
    ["PUT", "/v1/console/templates", "method-not-allowed"],
    ["GET", "/v1/console/templates/welcome/", "not-found"],
    ["GET", "/v1/console/template", "not-found"],
    ["GET", "/v1/console/templates/welcome/draft/more", "not-found"],
  ])("does not exist for %s %s", (method, path, reason) => {
    expect(matchRoute(entries, method, path)).toEqual({ ok: false, reason });
  });

  it("keeps a slash hidden in a name inside the name, where no schema lets it pass", () => {
    const matched = matchRoute(entries, "GET", "/v1/console/templates/a%2Fdraft");
    expect(matched).toMatchObject({ ok: true, params: { name: "a/draft" } });
  });

  it("survives a name that is not valid UTF-8", () => {
    expect(matchRoute(entries, "GET", "/v1/console/templates/%ff")).toMatchObject({ params: { name: "%ff" } });
  });
});
