import { encode } from "uqr";
import { expect, it } from "vitest";
import { qrPath } from "../../../../functions/http/pages/qr-path.ts";

it("the path draws exactly the dark modules of the code", () => {
  const text = "https://tastemaker.example/r/ANA-7QK2";
  const { size, path } = qrPath(text);
  const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(width); at++) (drawn[Number(y)] as boolean[])[Number(x) + at] = true;
  }
  expect(drawn).toEqual(encode(text, { ecc: "M", border: 4 }).data);
  expect(path.replaceAll(/M\d+ \d+h\d+v1h-\d+z/g, "")).toBe("");
});
