import { expect, it } from "vitest";
import { schemaText } from "../../../web/api/schema-text.ts";

it("a schema reads like the type a developer would write", () => {
  const text = schemaText({
    properties: {
      id: { type: "string", description: "Its id" },
      next: { anyOf: [{ type: "string" }, { type: "null" }] },
      items: { items: { $ref: "#/components/schemas/Contact" } },
      kinds: { items: { enum: ["a", "b"] } },
      "zh-CN": { type: ["integer", "null"] },
    },
    required: ["id", "next", "items"],
  });
  expect(text).toBe(`{
  id: string  // Its id
  next: string | null
  items: Contact[]
  kinds?: ("a" | "b")[]
  "zh-CN"?: integer | null
}`);
});
