import { describe, expect, it } from "vitest";
import { byPath, byRoute } from "../../../functions/http/by-route.ts";
import { json } from "../../../functions/http/respond.ts";
import { httpEvent } from "./event.ts";

const answers = { "GET /me": () => json(200, "page"), "POST /me/language": () => json(200, "saved") };

describe("a function of several routes", () => {
  it("answers each by its own", async () => {
    expect(await byRoute(answers)(httpEvent({ routeKey: "GET /me" }))).toMatchObject({ body: '"page"' });
  });

  it("answers HEAD as it answers GET", async () => {
    expect(await byRoute(answers)(httpEvent({ routeKey: "HEAD /me" }))).toMatchObject({ statusCode: 200 });
    expect(await byRoute(answers)(httpEvent({ routeKey: "HEAD /me/language" }))).toMatchObject({ statusCode: 404 });
  });

  it("refuses what nobody answers, whatever it is called", async () => {
    for (const routeKey of ["GET /you", "$default", "__proto__", "constructor", ""]) {
      expect(await byRoute(answers)(httpEvent({ routeKey }))).toMatchObject({ statusCode: 404 });
    }
  });

  it("tells methods and paths apart where one route takes all below a path", async () => {
    const at = (method: string, rawPath: string) =>
      byPath(answers)(httpEvent({ rawPath, requestContext: { http: { method } } as never }));
    expect(await at("POST", "/me/language")).toMatchObject({ body: '"saved"' });
    expect(await at("GET", "/me/language")).toMatchObject({ statusCode: 404 });
    expect(await at("GET", "/me/")).toMatchObject({ statusCode: 404 });
  });
});
