import { expect, it } from "vitest";
import { fromThisSite } from "../../../functions/http/from-this-site.ts";

it.each([
  ["https://tastemaker.example", true],
  [undefined, true],
  ["https://tastemaker.example.evil.example", false],
  ["http://tastemaker.example", false],
  ["null", false],
  ["", false],
])("a form from %s is taken: %s", (origin, taken) => {
  expect(fromThisSite({ headers: origin === undefined ? {} : { origin } }, "https://tastemaker.example/")).toBe(taken);
});
