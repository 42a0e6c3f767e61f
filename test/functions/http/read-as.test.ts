import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { readAs } from "../../../functions/http/read-as.ts";
import { posted } from "./event.ts";

const Order = z.strictObject({ id: z.string(), products: z.array(z.strictObject({ "a/b~c": z.int() })) });
const read = (body: unknown) => readAs(Order, posted("application/json", JSON.stringify(body)));

describe("a body of an expected shape", () => {
  it("is handed on when it fits", () => {
    const order = { id: "1", products: [{ "a/b~c": 2 }] };
    expect(read(order)).toEqual({ ok: true, value: order });
  });

  it("is answered with every wrong field by its JSON pointer (RFC 6901)", () => {
    const answer = read({ id: 1, products: [{ "a/b~c": "2" }] });
    expect(answer).toMatchObject({ ok: false, response: { statusCode: 422 } });
    const { errors, code } = JSON.parse((answer.ok === false && answer.response.body) || "{}");
    expect(code).toBe("invalid-input");
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(["/id", "/products/0/a~1b~0c"]);
  });

  it("is refused with a property too many", () => {
    expect(read({ id: "1", products: [], points: 1e9, confirmed: true })).toMatchObject({
      response: { statusCode: 422 },
    });
  });

  it("names at most twenty errors, however many there are", () => {
    const answer = read({ id: "1", products: Array.from({ length: 500 }, () => ({ "a/b~c": "x" })) });
    expect(JSON.parse((answer.ok === false && answer.response.body) || "{}").errors).toHaveLength(20);
  });

  it("is refused before it is checked when it is no JSON at all", () => {
    expect(readAs(Order, posted("text/plain", "{}"))).toMatchObject({ response: { statusCode: 415 } });
  });
});
