import { expect, it } from "vitest";
import { isStorable } from "../../../../functions/activity/rules/is-storable.ts";

it.each([
  [true, { minutes: 12, share: 0.1 + 0.2, none: null, yes: true, text: "", list: [], inside: { deep: [-1, 1e-99] } }],
  [true, 2 ** 53 - 1],
  [true, -0],
  [false, 2 ** 53],
  [false, 1e300],
  [false, Number.POSITIVE_INFINITY],
  [false, Number.NaN],
  [false, 5e-324],
  [false, { "": 1 }],
  [false, { list: [{ deep: { "": 1 } }] }],
])("what a shop says freely can be kept exactly: %s for %j", (kept, said) => {
  expect(isStorable(said)).toBe(kept);
});
