import { expect, it } from "vitest";
import { pageOf } from "../../../functions/http/page-of.ts";
import { httpEvent } from "./event.ts";

it.each([
  [undefined, 50],
  ["1", 1],
  ["0", 1],
  ["-5", 1],
  ["200", 200],
  ["1e9", 200],
  ["12.5", 50],
  ["many", 50],
])("a limit of %s asks for %i entries", (limit, entries) => {
  expect(pageOf(httpEvent(limit === undefined ? {} : { queryStringParameters: { limit } })).limit).toBe(entries);
});

it("the next page begins where the one before ended", () => {
  expect(pageOf(httpEvent({ queryStringParameters: { next: "abc" } }))).toEqual({ limit: 50, next: "abc" });
  expect(pageOf(httpEvent({ queryStringParameters: { next: "" } }))).toEqual({ limit: 50 });
});
