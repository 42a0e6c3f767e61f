import { describe, expect, it } from "vitest";
import { readQuery } from "../../../functions/http/read-fields.ts";
import { readForm } from "../../../functions/http/read-form.ts";
import { httpEvent, posted } from "./event.ts";

const form = (body: string) => readForm(posted("application/x-www-form-urlencoded", body));

function multipart(parts: string[], boundary = "x1") {
  const body = `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("")}--${boundary}--\r\n`;
  return readForm(posted(`multipart/form-data; boundary=${boundary}`, body));
}

describe("a form", () => {
  it("is read with names and values of any script", () => {
    expect(form("email=ana%40example.com&name=%E5%AE%89+%E5%A8%9C")).toEqual({
      ok: true,
      fields: { email: "ana@example.com", name: "安 娜" },
    });
  });

  it("is read when a mail provider sends the one-click request, urlencoded or multipart", () => {
    const expected = { ok: true, fields: { "List-Unsubscribe": "One-Click" } };
    expect(form("List-Unsubscribe=One-Click")).toEqual(expected);
    expect(multipart(['Content-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click'])).toEqual(expected);
    const body =
      'preamble\r\n--x1\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x1--';
    expect(readForm(posted('Multipart/Form-Data; boundary="x1"', body))).toEqual(expected);
  });

  it("without a body has no fields, whatever it calls itself", () => {
    expect(readForm(httpEvent({}))).toEqual({ ok: true, fields: {} });
  });

  it("with a field sent twice is refused", () => {
    expect(form("t=a&t=b")).toEqual({ ok: false, reason: "duplicate-field" });
    expect(
      multipart([
        'Content-Disposition: form-data; name="t"\r\n\r\na',
        'Content-Disposition: form-data; name="t"\r\n\r\nb',
      ]),
    ).toEqual({
      ok: false,
      reason: "duplicate-field",
    });
  });

  it("cannot reach into prototypes", () => {
    expect(form("__proto__=x")).toEqual({ ok: false, reason: "malformed-body" });
    const read = form("constructor=x&toString=y");
    expect(read).toEqual({ ok: true, fields: { constructor: "x", toString: "y" } });
    expect(form("a=1").ok && Object.getPrototypeOf((form("a=1") as { fields: object }).fields)).toBeNull();
  });

  it("is refused when it is too large, has too many fields or is of another kind", () => {
    expect(form(`a=${"x".repeat(17_000)}`)).toEqual({ ok: false, reason: "body-too-large" });
    expect(form(Array.from({ length: 41 }, (_, n) => `f${n}=1`).join("&"))).toEqual({
      ok: false,
      reason: "too-many-fields",
    });
    expect(readForm(posted("application/json", "{}"))).toEqual({ ok: false, reason: "unsupported-content-type" });
    expect(readForm(posted("", "a=b"))).toEqual({ ok: false, reason: "unsupported-content-type" });
  });

  it.each([
    ["no boundary", "multipart/form-data", "--x\r\n"],
    ["no end", "multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'],
    ["no delimiter", "multipart/form-data; boundary=x", "nothing"],
    ["a part without a head", "multipart/form-data; boundary=x", "--x\r\nhello\r\n--x--"],
    [
      "a file",
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\n1\r\n--x--',
    ],
  ])("in parts with %s is refused", (_, type, body) => {
    expect(readForm(posted(type, body))).toEqual({ ok: false, reason: "malformed-body" });
  });
});

describe("a query", () => {
  it("is read with repeated names refused, which the gateway would join by commas", () => {
    expect(readQuery("t=a%2Cb&lang=en")).toEqual({ ok: true, fields: { t: "a,b", lang: "en" } });
    expect(readQuery("t=a&t=b")).toEqual({ ok: false, reason: "duplicate-field" });
    expect(readQuery("")).toEqual({ ok: true, fields: {} });
    expect(readQuery("%E0%A4%A&%=%").ok).toBe(true);
  });
});
