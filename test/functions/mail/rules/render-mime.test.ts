import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { renderContent } from "../../../../functions/content/rules/render-content.ts";
import { renderMime } from "../../../../functions/mail/rules/render-mime.ts";
import { propertyOptions } from "../../../support/property-options.ts";
import { contentOf, randomTemplate, randomValues } from "../../content/support/random-template.ts";

const ZONE = "Europe/Berlin";
const HEAD = {
  fromName: "灯笼 & Søn",
  from: "hello@lantern.example",
  to: "ana@mail.example",
  headers: { "List-Unsubscribe": "<https://lantern.example/u?t=1>" },
};
const random = fc.record({ subject: randomTemplate, html: randomTemplate, text: randomTemplate });
const PLAIN = { subject: "Hello {{must.name}}", html: "<p>{{must.name}}</p>", text: "{{must.name}}" };
const VALUES = { "must.text": "a", "must.number": 1, "must.instant": "2026-12-07T00:00:00.000Z" };
const values = (name: string) => ({
  ...VALUES,
  "must.name": name,
  "must.url": "https://a.example/",
  "must.list": ["x"],
});

function messageOf(parts: typeof PLAIN, given: Record<string, unknown>, head = HEAD): string {
  const rendered = renderMime(contentOf(parts), given, ZONE, head);
  return rendered.ok ? rendered.message.toString("latin1") : expect.unreachable(JSON.stringify(rendered));
}

async function expectSame(message: Buffer, parts: typeof PLAIN, given: Record<string, unknown>): Promise<void> {
  const mail = renderContent(contentOf(parts), given, ZONE);
  if (!mail.ok) return expect.unreachable(JSON.stringify(mail));
  const { subject = "", text = "", html = "" } = await PostalMime.parse(message);
  expect(subject).toBe(mail.subject);
  expect([text.trimEnd(), html.trimEnd()]).toEqual([mail.text.trimEnd(), mail.html.trimEnd()]);
  const [head = "", ...body] = message.toString("latin1").split("\r\n\r\n");
  const bad = /[^\t -~]|[ \t]$/;
  expect(head.split("\r\n").filter((line) => line.length > 998 || /[^ -~]/.test(line))).toEqual([]);
  const lines = body.join("\r\n\r\n").split("\r\n");
  expect(lines.filter((line) => line.length > 76 || bad.test(line))).toEqual([]);
}

describe("a message", () => {
  test("reads as the rendered mail, in lines that every mail server takes", async () => {
    await fc.assert(
      fc.asyncProperty(random, fc.array(randomValues, { minLength: 1, maxLength: 3 }), async (parts, readers) => {
        const content = contentOf(parts);
        for (const given of readers) {
          const made = renderMime(content, given, ZONE, HEAD);
          await expectSame(made.ok ? made.message : expect.unreachable(JSON.stringify(made)), parts, given);
        }
      }),
      propertyOptions("messages and mails", 150),
    );
  });

  test("says who it is from and for, in any script", async () => {
    const message = messageOf(PLAIN, values("Zoë 🏮"));
    const { from, to, headers } = await PostalMime.parse(message);
    expect(from).toMatchObject({ name: "灯笼 & Søn", address: "hello@lantern.example" });
    expect(to).toMatchObject([{ address: "ana@mail.example" }]);
    expect(headers).toContainEqual(expect.objectContaining({ key: "list-unsubscribe" }));
  });

  test("gets no further header or part through a name, a subject or a boundary", async () => {
    const evil = "Ana\r\nBcc: all\r\n\r\n--=_tastemaker";
    const message = messageOf({ ...PLAIN, subject: `${evil} {{must.name}}` }, values(evil), {
      ...HEAD,
      fromName: evil,
    });
    const { headers, attachments } = await PostalMime.parse(message);
    expect(headers.map(({ key }) => key).sort()).toEqual([
      "content-type",
      "from",
      "list-unsubscribe",
      "mime-version",
      "subject",
      "to",
    ]);
    expect(attachments).toEqual([]);
    expect(message.split("--=_tastemaker").length).toBe(4);
  });

  test.each([
    ["an address with a line break", { to: "ana@mail.example\r\nBcc: x@y.example" }],
    ["an address that closes its bracket", { to: "ana@mail.example>,<x@y.example" }],
    ["an address with a blank", { from: "hello @lantern.example" }],
    ["a header with a line break", { headers: { "X-Note": "a\r\nBcc: x@y.example" } }],
    ["a header name that is two", { headers: { "X: a\r\nBcc": "x@y.example" } }],
    ["a header longer than a line may be", { headers: { "X-Note": "a".repeat(1000) } }],
  ])("is not made with %s", (_what, change) => {
    expect(() => messageOf(PLAIN, values("Ana"), { ...HEAD, ...change } as typeof HEAD)).toThrow(/cannot/);
  });

  test("is refused where the mail is", () => {
    expect(renderMime(contentOf(PLAIN), {}, ZONE, HEAD)).toMatchObject({ ok: false, reason: "missing-variable" });
  });
});
