import { describe, expect, it } from "vitest";
import { readJson } from "../../../functions/http/read-json.ts";
import { httpEvent, posted } from "./event.ts";

const read = (body: string, type = "application/json") => readJson(posted(type, body));

describe("a JSON body", () => {
  it("is read, also base64-encoded and with a charset", () => {
    expect(read('{"a":[1]}', "application/json; charset=utf-8")).toEqual({ ok: true, value: { a: [1] } });
    const body = Buffer.from('{"name":"安娜"}').toString("base64");
    const event = httpEvent({ headers: { "content-type": "application/json" }, body, isBase64Encoded: true });
    expect(readJson(event)).toEqual({ ok: true, value: { name: "安娜" } });
  });

  it("is refused when it is no JSON or does not call itself JSON", () => {
    expect(read("{")).toEqual({ ok: false, reason: "malformed-body" });
    expect(read("")).toEqual({ ok: false, reason: "malformed-body" });
    expect(read("{}", "text/plain")).toEqual({ ok: false, reason: "unsupported-content-type" });
    expect(readJson(httpEvent({ body: "{}" }))).toEqual({ ok: false, reason: "unsupported-content-type" });
  });

  it("is measured in bytes before it is parsed", () => {
    const limits = { maxBytes: 10, maxDepth: 20 };
    expect(readJson(posted("application/json", '"12345678"'), limits).ok).toBe(true);
    expect(readJson(posted("application/json", '"123456789"'), limits)).toEqual({
      ok: false,
      reason: "body-too-large",
    });
    expect(readJson(posted("application/json", '"äöüß日"'), limits)).toEqual({ ok: false, reason: "body-too-large" });
    const body = Buffer.alloc(1_000_000, 0x20).toString("base64");
    const event = httpEvent({ headers: { "content-type": "application/json" }, body, isBase64Encoded: true });
    expect(readJson(event)).toEqual({ ok: false, reason: "body-too-large" });
  });

  it("may nest twenty levels and no more", () => {
    expect(read(`${"[".repeat(20)}${"]".repeat(20)}`).ok).toBe(true);
    expect(read(`${"[".repeat(21)}${"]".repeat(21)}`)).toEqual({ ok: false, reason: "too-deep" });
    expect(read(`${'{"a":'.repeat(10_000)}1`)).toEqual({ ok: false, reason: "too-deep" });
  });

  it("may hold any number of brackets in its texts", () => {
    expect(read(JSON.stringify({ a: '["\\'.repeat(1000) }))).toMatchObject({ ok: true });
  });

  it("cannot be made slow by quotes and backslashes", () => {
    const started = performance.now();
    for (const text of ['"'.repeat(60_000), '"\\'.repeat(30_000), `${'\\"'.repeat(30_000)}[`]) read(text);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("is refused with half a character in a text or a name, which no table and no mail could hold", () => {
    for (const body of ['{"name":"\\ud83d"}', '{"\\udc00":1}', '["a\\udfffb"]']) {
      expect(read(body)).toEqual({ ok: false, reason: "malformed-body" });
    }
    expect(read('"\\ud83c\\udfee"')).toEqual({ ok: true, value: "🏮" });
  });

  it("loses a key that would reach into prototypes, however it is spelled", () => {
    for (const key of ["__proto__", "\\u005f_proto__"]) {
      const read1 = read(`{"a":{"${key}":{"admin":true},"b":1}}`);
      expect(read1).toEqual({ ok: true, value: { a: { b: 1 } } });
      expect(read1.ok && Object.hasOwn((read1.value as { a: object }).a, "__proto__")).toBe(false);
    }
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it("loses what would make the first comparison throw", () => {
    for (const key of ["toString", "valueOf", "\\u0074oString"])
      expect(read(`{"email":{"length":{"${key}":1}}}`)).toEqual({ ok: true, value: { email: { length: {} } } });
  });
});
