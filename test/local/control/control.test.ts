import { describe, expect, it } from "vitest";
import { targetOf } from "../../../local/control/clock-routes.ts";
import { ControlRefusal, createControl } from "../../../local/control/control.ts";
import type { HttpRequest } from "../../../local/http/messages.ts";

const request = (method: string, path: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method,
  path,
  query: "",
  headers: [["host", "127.0.0.1:3000"]],
  body: Buffer.alloc(0),
  sourceIp: "127.0.0.1",
  ...more,
});

function control() {
  const made = createControl();
  made.on("GET", "/_local/things/{id}", ({ params, query }) => ({
    body: { id: params.id, limit: query.get("limit") },
  }));
  made.on("POST", "/_local/things", (given) => ({ status: 201, body: given.json() as object }));
  made.on("GET", "/_local/files/*", ({ params }) => ({ body: `<p>${params.rest}</p>` }));
  made.on("DELETE", "/_local/things", () => ({}));
  made.on("GET", "/_local/broken", () => {
    throw new ControlRefusal(409, "not now");
  });
  return made;
}

async function answer(given: HttpRequest) {
  const { status, headers, body } = await control().answer(given);
  return { status, type: Object.fromEntries(headers)["content-type"], body: body.toString() };
}

describe("the runtime's own routes", () => {
  it("answer objects as JSON, texts as HTML, nothing as nothing", async () => {
    expect(await answer(request("GET", "/_local/things/a%20b", { query: "limit=2" }))).toEqual({
      status: 200,
      type: "application/json",
      body: '{"id":"a b","limit":"2"}',
    });
    expect(await answer(request("GET", "/_local/files/a/b"))).toMatchObject({
      type: "text/html; charset=utf-8",
      body: "<p>a/b</p>",
    });
    expect(await answer(request("DELETE", "/_local/things"))).toEqual({ status: 204, type: undefined, body: "" });
  });

  it("answer HEAD as they answer GET", async () => {
    expect((await answer(request("HEAD", "/_local/things/1"))).status).toBe(200);
  });

  it("say what is wrong as a problem document", async () => {
    const refused = await answer(request("GET", "/_local/broken"));
    expect([refused.status, refused.type]).toEqual([409, "application/problem+json"]);
    expect(JSON.parse(refused.body)).toMatchObject({ status: 409, detail: "not now" });
    expect((await answer(request("GET", "/_local/none"))).status).toBe(404);
    expect((await answer(request("POST", "/_local/things", { body: Buffer.from("{") }))).status).toBe(400);
  });

  it("are for this machine alone: no other host's name, and no other site's form", async () => {
    expect((await answer(request("GET", "/_local/things/1", { headers: [["host", "evil.example"]] }))).status).toBe(
      403,
    );
    const crossSite: [string, string][] = [
      ["host", "127.0.0.1:3000"],
      ["sec-fetch-site", "cross-site"],
    ];
    expect((await answer(request("POST", "/_local/things", { headers: crossSite }))).status).toBe(403);
  });
});

describe("where a wind leads to", () => {
  const now = Date.parse("2027-01-31T09:00:00Z");
  const iso = (wind: Parameters<typeof targetOf>[0]) => new Date(targetOf(wind, now)).toISOString();

  it("is a duration of the calendar from now, or an instant", () => {
    expect(iso({ advance: "P3DT1H" })).toBe("2027-02-03T10:00:00.000Z");
    expect(iso({ advance: "P1M" })).toBe("2027-02-28T09:00:00.000Z");
    expect(iso({ to: "2027-06-01T00:00:00+02:00" })).toBe("2027-05-31T22:00:00.000Z");
  });

  it("is refused when it says neither", () => {
    for (const wind of [{ advance: "3 days" }, { advance: "" }, { to: "soon" }])
      expect(() => targetOf(wind, now)).toThrow(/ISO 8601/);
  });
});
