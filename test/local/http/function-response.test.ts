import { describe, expect, it } from "vitest";
import { functionResponse } from "../../../local/http/function-response.ts";

const respond = (answer: unknown) => {
  const { status, headers, body } = functionResponse({ payload: JSON.stringify(answer) ?? "null" });
  return { status, headers, body: body.toString() };
};

describe("what the viewer gets of a function's answer", () => {
  it("is its status, headers in lower case, cookies and body", () => {
    const answer = {
      statusCode: 201,
      headers: { "Content-Type": "text/css", "X-A": 1 },
      cookies: ["a=1", "b=2"],
      body: "x",
    };
    expect(respond(answer)).toEqual({
      status: 201,
      headers: [
        ["content-type", "text/css"],
        ["x-a", "1"],
        ["set-cookie", "a=1"],
        ["set-cookie", "b=2"],
      ],
      body: "x",
    });
  });

  it("is decoded from base64 where the function says so", () => {
    expect(respond({ statusCode: 200, body: "aGk=", isBase64Encoded: true }).body).toBe("hi");
  });

  it("is the whole answer as JSON where it has no status code", () => {
    expect(respond({ a: 1 })).toEqual({
      status: 200,
      headers: [["content-type", "application/json"]],
      body: '{"a":1}',
    });
    expect(respond("plain").body).toBe("plain");
    expect(respond([1]).body).toBe("[1]");
    expect(respond(null)).toMatchObject({ status: 200, body: "" });
  });

  it("is an internal server error when the function failed or answered nonsense", () => {
    const failed = functionResponse({ payload: '{"errorMessage":"secret"}', functionError: "Unhandled" });
    expect([failed.status, failed.body.toString()]).toEqual([500, '{"message":"Internal Server Error"}']);
    for (const nonsense of [{ statusCode: "x" }, { statusCode: 99 }, { statusCode: 200, cookies: "a=1" }]) {
      expect(respond(nonsense).status).toBe(500);
    }
    expect(respond({ statusCode: 200, headers: { "x-a": "1\r\nset-cookie: b=2" } }).status).toBe(500);
  });
});
