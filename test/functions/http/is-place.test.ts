import { expect, it } from "vitest";
import { isPlace } from "../../../functions/http/is-place.ts";

const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");

it("a cursor is a place in the list that it continues, and in no other", () => {
  expect(isPlace(cursor("ent_01m84cgba5azdazsa0ny0yk8yv"), "ent_")).toBe(true);
  expect(isPlace(cursor("friend#con_01m84cgba5azdazsa0ny0yk8yv"), "friend#")).toBe(true);
  expect(isPlace(cursor("ent_01m84cgba5azdazsa0ny0yk8yv"), "friend#")).toBe(false);
  expect(isPlace(cursor("contact"), "ent_")).toBe(false);
});

it.each([
  "",
  "x",
  "%%",
  "e30",
  "bnVsbA",
  cursor(),
  cursor(1),
  cursor("ent_1", "x"),
  cursor("ent_\n1"),
  cursor(`ent_${"x".repeat(200)}`),
])("%j is no place at all", (text) => {
  expect(isPlace(text, "ent_")).toBe(false);
});
