import { expect, it } from "vitest";
import * as z from "zod/mini";
import { fieldAdvice } from "../../../functions/http/field-advice.ts";

function adviceOn(schema: z.ZodMiniType, value: unknown): string {
  const { error } = schema.safeParse(value);
  return error?.issues[0] ? fieldAdvice(error.issues[0]) : "";
}

it.each([
  [z.string(), 5, "must be of type string"],
  [z.int(), 1.5, "must be a whole number"],
  [z.strictObject({}), { a: 1, b: 2 }, 'leave out what is not known here: "a", "b"'],
  [z.enum(["en", "zh-CN"]), "fr", "must be one of en, zh-CN"],
  [z.string().check(z.maxLength(3)), "abcd", "must be at most 3 (characters, entries or value)"],
  [z.array(z.unknown()).check(z.minLength(1)), [], "must be at least 1 (characters, entries or value)"],
  [z.iso.datetime(), "yesterday", "must be an instant such as 2026-11-23T14:00:00Z"],
  [z.string().check(z.regex(/^a$/)), "b", "has characters or a form that this field does not take"],
  [z.string().check(z.regex(/^con_/, "a contact id")), "b", "a contact id"],
  [z.union([z.string(), z.number()]), true, "is not of the expected form; see the API document"],
])("says what to do about a wrong field", (schema, value, advice) => {
  expect(adviceOn(schema, value)).toBe(advice);
});

it("does not grow with what was sent", () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`${"x".repeat(500)}${at}`, 1]));
  expect(adviceOn(z.strictObject({}), many).length).toBeLessThan(500);
});
