import { describe, expect, it } from "vitest";
import type { HttpRequest } from "../../../local/http/messages.ts";
import { requestEvent } from "../../../local/http/request-event.ts";

const NOW = Date.parse("2026-11-23T12:00:00.500Z");
const API = { id: "api", domainName: "api.execute-api.eu-central-1.amazonaws.com" };

function event(request: Partial<HttpRequest>, parameters = {}) {
  const whole = {
    method: "GET",
    path: "/o/x",
    query: "",
    headers: [],
    body: Buffer.alloc(0),
    sourceIp: "192.0.2.1",
    ...request,
  };
  return requestEvent(whole, { route: { key: "GET /o/{offer}", functionArn: "f" }, parameters }, API, NOW);
}

const typed = (type: string | undefined, body: string | Buffer) =>
  event({ method: "POST", headers: type === undefined ? [] : [["content-type", type]], body: Buffer.from(body) });

describe("the event of payload format 2.0", () => {
  it("tells method, decoded path, raw query and caller", () => {
    const { rawPath, rawQueryString, requestContext, version, routeKey } = event({ path: "/o/a%20b", query: "q=%20" });
    expect({ rawPath, rawQueryString, version, routeKey }).toEqual({
      rawPath: "/o/a b",
      rawQueryString: "q=%20",
      version: "2.0",
      routeKey: "GET /o/{offer}",
    });
    expect(requestContext.http).toMatchObject({ method: "GET", path: "/o/a b", sourceIp: "192.0.2.1" });
    expect(requestContext.time).toBe("23/Nov/2026:12:00:00 +0000");
    expect(requestContext.timeEpoch).toBe(NOW);
  });

  it("joins what was sent several times by commas, headers and query alike", () => {
    const made = event({
      query: "a=1&a=2&b=%C3%A4+x",
      headers: [
        ["accept", "x"],
        ["accept", "y"],
      ],
    });
    expect(made.queryStringParameters).toEqual({ a: "1,2", b: "ä x" });
    expect(made.headers.accept).toBe("x,y");
  });

  it("leaves out what there is not", () => {
    const made = event({});
    for (const name of ["queryStringParameters", "pathParameters", "cookies", "body"])
      expect(made).not.toHaveProperty(name);
  });

  it("takes the cookies out of the headers into a list", () => {
    const made = event({ headers: [["cookie", "a=1; b=2"]] });
    expect(made.cookies).toEqual(["a=1", "b=2"]);
    expect(made.headers).not.toHaveProperty("cookie");
  });

  it("never passes the visitor's Host header on", () => {
    expect(event({ headers: [["host", "evil.example"]] }).headers.host).toBe(API.domainName);
  });

  it("hands text over as text and everything else, forms included, as base64", () => {
    expect(typed("application/json; charset=utf-8", '{"ä":1}')).toMatchObject({
      body: '{"ä":1}',
      isBase64Encoded: false,
    });
    expect(typed("text/plain", "hi")).toMatchObject({ body: "hi", isBase64Encoded: false });
    for (const type of ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", undefined]) {
      expect(typed(type, "a=1")).toMatchObject({ body: "YT0x", isBase64Encoded: true });
    }
  });
});
