import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { encodedWords } from "../../../functions/platform/encoded-words.ts";

describe("a display name in a mail header", () => {
  it.each([
    "Mia from Lantern",
    "O'Neil & Søn",
    "灯笼语言学校 米娅",
    'Ana "the best" <x@y.example>, Bcc: all@example.com',
    "A\r\nBcc: all@example.com",
    "🏮".repeat(40),
    "名".repeat(150),
  ])("%j is read by a mail program as it was written", async (name) => {
    const encoded = encodedWords(name);
    expect(encoded).toMatch(/^[!-~]+( [!-~]+)*$/);
    for (const word of encoded.split(" ")) expect(word.length).toBeLessThanOrEqual(75);
    const mail = await PostalMime.parse(`From: ${encoded} <hello@example.com>\r\nSubject: x\r\n\r\nx`);
    expect(mail.from?.name?.replace(/\s+/g, " ")).toBe(name.replace(/\s+/g, " "));
    expect(mail.headers.filter(({ key }) => key === "bcc")).toEqual([]);
  });
});
