import { describe, expect, it } from "vitest";
import { createRouteTable } from "../../../local/http/route-table.ts";

const KEYS = [
  "GET /",
  "GET /pets/{id}",
  "GET /pets/best",
  "ANY /pets/{id}",
  "GET /me",
  "POST /me/{proxy+}",
  "ANY /v1/console/{proxy+}",
  "ANY /v1/console/templates",
  "ANY /v1/console/templates/{proxy+}",
];

const find = createRouteTable(KEYS.map((key) => ({ key, functionArn: key })));
const keyOf = (method: string, path: string) => find(method, path)?.route.key;

describe("the routes of an HTTP API", () => {
  it("match the most specific path first", () => {
    expect(keyOf("GET", "/pets/best")).toBe("GET /pets/best");
    expect(keyOf("GET", "/pets/7")).toBe("GET /pets/{id}");
    expect(keyOf("PUT", "/v1/console/templates/a/b")).toBe("ANY /v1/console/templates/{proxy+}");
    expect(keyOf("PUT", "/v1/console/contacts")).toBe("ANY /v1/console/{proxy+}");
    expect(keyOf("GET", "/v1/console/templates")).toBe("ANY /v1/console/templates");
  });

  it("prefer a named method to ANY", () => {
    expect(keyOf("DELETE", "/pets/7")).toBe("ANY /pets/{id}");
    expect(keyOf("POST", "/pets/best")).toBe("ANY /pets/{id}");
  });

  it("do not answer HEAD in place of GET", () => {
    expect(keyOf("HEAD", "/me")).toBeUndefined();
    expect(keyOf("HEAD", "/pets/7")).toBe("ANY /pets/{id}");
  });

  it("do not match what is longer, shorter, empty or ends in a slash", () => {
    for (const path of ["/me/", "/me/x", "/pets/", "/pets/7/8", "//", "/v1/console/", "/nothing"]) {
      expect(keyOf("GET", path)).toBeUndefined();
    }
  });

  it("hand over path parameters decoded, greedy ones whole", () => {
    expect(find("GET", "/pets/a%20b%2Fc")?.parameters).toEqual({ id: "a b/c" });
    expect(find("POST", "/me/a/b%20c")?.parameters).toEqual({ proxy: "a/b c" });
    expect(find("GET", "/")?.parameters).toEqual({});
  });

  it("fall back on the default route where there is one", () => {
    const withDefault = createRouteTable([
      { key: "$default", functionArn: "d" },
      { key: "GET /a", functionArn: "a" },
    ]);
    expect(withDefault("GET", "/a")?.route.functionArn).toBe("a");
    expect(withDefault("POST", "/x/y")?.route.functionArn).toBe("d");
  });
});
