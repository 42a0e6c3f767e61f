import { describe, expect, it } from "vitest";
import { fitsFilter, readFilterPattern } from "../../../local/events/filter-pattern.ts";

const WORK = readFilterPattern(
  '{"eventName":["INSERT","MODIFY"],"dynamodb":{"NewImage":{"queue":{"S":[{"exists":true}]}}}}',
);

describe("event filters", () => {
  it("let records through that have what must exist and one of the listed values", () => {
    expect(fitsFilter([WORK], { eventName: "INSERT", dynamodb: { NewImage: { queue: { S: "work" } } } })).toBe(true);
  });

  it("hold back what lacks the attribute, whole branches of it included", () => {
    expect(fitsFilter([WORK], { eventName: "INSERT", dynamodb: { NewImage: {} } })).toBe(false);
    expect(fitsFilter([WORK], { eventName: "REMOVE", dynamodb: {} })).toBe(false);
    expect(fitsFilter([WORK], { eventName: "REMOVE", dynamodb: { NewImage: { queue: { S: "work" } } } })).toBe(false);
  });

  it("let everything through when there are none, and what fits any one when there are several", () => {
    expect(fitsFilter([], {})).toBe(true);
    expect(fitsFilter([WORK, readFilterPattern('{"eventName":["REMOVE"]}')], { eventName: "REMOVE" })).toBe(true);
  });

  it("compare by prefix, suffix, absence and exception", () => {
    const fits = (pattern: string, value: unknown) => fitsFilter([readFilterPattern(pattern)], { value });
    expect(fits('{"value":[{"prefix":"con_"}]}', "con_1")).toBe(true);
    expect(fits('{"value":[{"suffix":"_1"}]}', "con_2")).toBe(false);
    expect(fits('{"value":[{"exists":false}]}', undefined)).toBe(true);
    expect(fits('{"value":[{"anything-but":["a","b"]}]}', "c")).toBe(true);
    expect(fits('{"value":[{"anything-but":["a","b"]}]}', "a")).toBe(false);
    expect(fits('{"value":[null]}', null)).toBe(true);
  });

  it("do not start with a comparison that nobody knows", () => {
    expect(() => readFilterPattern('{"a":[{"numeric":[">",1]}]}')).toThrow(/numeric/);
    expect(() => readFilterPattern('{"$or":[]}')).toThrow(/\$or/);
  });
});
