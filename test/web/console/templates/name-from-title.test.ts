import { expect, test } from "vitest";
import { nameFromTitle } from "../../../../web/console/templates/name-from-title.ts";

test.each([
  ["Autumn lessons", "autumn-lessons"],
  ["  Été à Paris! ", "ete-a-paris"],
  ["2026: 3 offers", "offers"],
  ["秋季课程", ""],
  ["x".repeat(90), "x".repeat(60)],
])("an email called %s is named %s in links", (title, name) => {
  expect(nameFromTitle(title)).toBe(name);
});
