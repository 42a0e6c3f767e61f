import { describe, expect, it } from "vitest";
import { answered, problemOf } from "../../../../web/console/data/request-problem.ts";

const response = (status: number) => new Response(null, { status });
const failureOf = (call: Promise<unknown>) => call.then(() => undefined, problemOf);

describe("an answer of the API", () => {
  it("is its data when it succeeded", async () => {
    const call = Promise.resolve({ data: { version: 2 }, response: response(200) });
    expect(await answered(call)).toEqual({ version: 2 });
  });

  it("is the problem document when it was refused", async () => {
    const error = { type: "about:blank", title: "Conflict", status: 409, code: "draft-conflict", theirs: {} };
    expect(await failureOf(answered(Promise.resolve({ error, response: response(409) })))).toEqual(error);
  });

  it("is a problem of its own when something other than our API answered", async () => {
    const call = Promise.resolve({ error: "<html>", response: response(502) });
    expect(await failureOf(answered(call))).toMatchObject({ status: 502, code: "unexpected-answer" });
  });

  it("is 'unreachable' when there was none", async () => {
    expect(await failureOf(answered(Promise.reject(new TypeError("fetch failed"))))).toMatchObject({
      status: 0,
      code: "unreachable",
    });
  });
});
