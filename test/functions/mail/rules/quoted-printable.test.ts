import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { quotedPrintable } from "../../../../functions/mail/rules/quoted-printable.ts";
import { propertyOptions } from "../../../support/property-options.ts";

const text = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.string({ maxLength: 90 }) },
    { weight: 4, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) },
    fc.constantFrom("=", "\t", " ", "\n", "\r\n", "\r", "灯", "ø", "🏮", "\u0000"),
  ),
);

const HEAD = Buffer.from(
  "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
);

/** As a mail program reads it: as a file, so that it leaves line ends and letters as they come. */
async function read(encoded: Buffer): Promise<string> {
  const { attachments } = await PostalMime.parse(Buffer.concat([HEAD, encoded]));
  const [file] = attachments;
  const bytes = file && typeof file.content !== "string" ? new Uint8Array(file.content) : new Uint8Array();
  return Buffer.from(bytes).toString();
}

describe("quoted-printable", () => {
  test("reads back as the text, however long its lines and whatever its script", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (pieces) => {
        const said = pieces.join("").toWellFormed();
        expect(await read(quotedPrintable(said))).toBe(said.replace(/\r\n?/g, "\n"));
      }),
      propertyOptions("texts", 500),
    );
  });

  test("keeps to lines of 76 signs that no mail server changes", () => {
    fc.assert(
      fc.property(text, (pieces) => {
        const lines = quotedPrintable(pieces.join("")).toString("latin1").split("\r\n");
        expect(lines.filter((line) => line.length > 76 || /[^\t -~]|[ \t]$/.test(line))).toEqual([]);
      }),
      propertyOptions("texts", 500),
    );
  });

  test("lets stretches be put together in any order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ maxLength: 200 }), { maxLength: 4 }), async (stretches) => {
        const plain = stretches.map((each) => each.replace(/[\r\n]/g, ""));
        expect(await read(Buffer.concat(plain.map(quotedPrintable)))).toBe(plain.join(""));
      }),
      propertyOptions("stretches", 300),
    );
  });

  test("never breaks a letter over two lines", () => {
    const lines = quotedPrintable(`${"a".repeat(70)}灯${"b".repeat(63)}🏮`)
      .toString("latin1")
      .split("\r\n");
    expect(lines).toEqual([`${"a".repeat(70)}=`, `=E7=81=AF${"b".repeat(63)}=`, "=F0=9F=8F=AE=", ""]);
  });

  test("writes half of a pair as the sign for an unknown letter", () => {
    expect(quotedPrintable("a\ud83c").toString()).toBe("a=EF=BF=BD=\r\n");
  });
});
