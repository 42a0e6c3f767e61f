import { expect, test } from "vitest";
import { saidIn } from "../../../../web/console/words/said-in.ts";

test("a text is read in one's own language, or in English, or as it was written for everybody", () => {
  expect(saidIn({ en: "Welcome", "zh-CN": "欢迎" }, "zh-CN")).toBe("欢迎");
  expect(saidIn({ en: "Welcome" }, "zh-CN")).toBe("Welcome");
  expect(saidIn("Willkommen", "en")).toBe("Willkommen");
});
