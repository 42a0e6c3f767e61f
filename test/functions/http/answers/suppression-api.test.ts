import { beforeAll, describe, expect, it } from "vitest";
import { edgeTables } from "../../../edge/support/direct-tables.ts";
import { send, sendJson } from "../../../edge/support/gateway.ts";
import { bearer, somebodyTrying } from "../../../edge/support/people.ts";

const tables = edgeTables();
let headers: Record<string, string> = {};

beforeAll(async () => {
  headers = { authorization: await bearer() };
  await somebodyTrying("ana@example.com", "Ana");
});

const told = ({ statusCode, body = "" }: { statusCode?: number; body?: string | undefined }) => ({
  statusCode,
  ...JSON.parse(body),
});
const suppress = async (body: object, key = "k-1") =>
  told(await sendJson("POST", "/v1/suppressions", body, { headers: { ...headers, "idempotency-key": key } }));
const look = async (email: string) =>
  told(await send({ method: "GET", path: `/v1/suppressions?email=${encodeURIComponent(email)}`, headers }));

describe("an integrator's suppression", () => {
  it("holds from then on, with the reason in its words", async () => {
    expect(await look("ana@example.com")).toMatchObject({ statusCode: 404, code: "not-found" });
    const taken = await suppress({ email: " ANA@example.com", reason: "closed the account" });
    expect(taken).toMatchObject({
      statusCode: 201,
      email: "ana@example.com",
      reason: "manual",
      note: "closed the account",
    });
    expect(await look("Ana@Example.com")).toEqual({ ...taken, statusCode: 200 });
  });

  it("is made once for each key, gets the same answer again, and another content under the key is refused", async () => {
    const first = await suppress({ email: "bo@example.com", reason: "complaint" }, "k-2");
    expect(first).toMatchObject({ reason: "complaint", note: null });
    const before = tables.picture();
    expect(await suppress({ email: "bo@example.com", reason: "complaint" }, "k-2")).toEqual(first);
    for (const other of [{ email: "bo@example.com" }, { email: "cy@example.com", reason: "complaint" }])
      expect(await suppress(other, "k-2")).toMatchObject({ statusCode: 409, code: "idempotency-conflict" });
    expect(tables.picture()).toBe(before);
  });

  it("of an address that is suppressed already leaves it as it is, and tells so", async () => {
    const first = await suppress({ email: "di@example.com", reason: "bounce" }, "k-3");
    expect(await suppress({ email: "di@example.com", reason: "left us" }, "k-4")).toEqual(first);
  });

  it("sent ten times at once under one key is one answer", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => suppress({ email: "ed@example.com" }, "k-5")));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it.each([
    {},
    { email: "nobody" },
    { email: 5 },
    { email: "x@example.com", reason: "x".repeat(201) },
    { email: "x@example.com", at: "2020" },
  ])("of the form %j is refused and changes nothing", async (body) => {
    const before = tables.picture();
    expect((await suppress(body, "k-6")).statusCode).toBe(422);
    expect(tables.picture()).toBe(before);
  });

  it("without its key is refused, and a look-up wants an address", async () => {
    const bare = await sendJson("POST", "/v1/suppressions", { email: "x@example.com" }, { headers });
    expect(bare.statusCode).toBe(422);
    expect((await look("")).statusCode).toBe(422);
  });
});
