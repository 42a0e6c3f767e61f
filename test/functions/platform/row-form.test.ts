import { unmarshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, it } from "vitest";
import { rowForm } from "../../../functions/platform/row-form.ts";

describe("values that strangers name", () => {
  it.each([
    ["constructor, a list", { constructor: [] }],
    ["constructor, a text", { constructor: "Set" }],
    ["constructor, posing as a kind of the SDK's", { constructor: { name: "Set" }, size: 0 }],
    ["constructor, deep in a list", { list: [{ a: { constructor: { name: "Number" } } }] }],
    ["like methods", { toString: 1, valueOf: { b: 2 }, hasOwnProperty: "c" }],
  ])("%s are kept as they came", (_, values) => {
    expect(unmarshall(rowForm({ pk: "p", sk: "s", data: values }))).toEqual({ pk: "p", sk: "s", data: values });
  });

  it("that are undefined are left out", () => {
    expect(unmarshall(rowForm({ pk: "p", gone: undefined, deep: { gone: undefined, kept: null } }))).toEqual({
      pk: "p",
      deep: { kept: null },
    });
  });
});
