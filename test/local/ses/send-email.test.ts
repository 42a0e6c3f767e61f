import { SendEmailCommand, type SendEmailCommandInput } from "@aws-sdk/client-sesv2";
import { simpleParser } from "mailparser";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inboxMessage, linksIn } from "../../../local/ses/inbox.ts";
import { SesBench, START } from "./ses-bench.ts";

let bench: SesBench;

beforeEach(async () => {
  bench = await new SesBench().open();
});

afterEach(() => bench.close());

const letter: SendEmailCommandInput = {
  FromEmailAddress: "=?UTF-8?B?54Gv56y86K+t6KiA5a2m5qCh?= <school@lantern.example>",
  Destination: { ToAddresses: ["Ana O'Neil <ana@mail.example>"] },
  ReplyToAddresses: ["care@lantern.example"],
  ConfigurationSetName: "marketing",
  EmailTags: [{ Name: "message", Value: "msg_01ABC" }],
  Content: {
    Simple: {
      Subject: { Data: "你好 Ana – your fourteen days 🏮", Charset: "UTF-8" },
      Body: {
        Text: { Data: "Hello Søren,\nhttps://lantern.example/confirm?t=a_b&c=d\n", Charset: "UTF-8" },
        Html: { Data: `<p>你好 <a href="https://lantern.example/confirm?t=a_b&amp;c=d">Yes</a></p>`, Charset: "UTF-8" },
      },
      Headers: [
        { Name: "List-Unsubscribe", Value: `<https://lantern.example/unsubscribe?t=${"x".repeat(120)}>` },
        { Name: "List-Unsubscribe-Post", Value: "List-Unsubscribe=One-Click" },
      ],
    },
  },
};

const send = (changes: Partial<SendEmailCommandInput>) =>
  bench.client.send(new SendEmailCommand({ ...letter, ...changes }));

const simple = (changes: object) => ({ Content: { Simple: { ...letter.Content?.Simple, ...changes } } }) as never;

describe("a simple mail", () => {
  it("becomes real MIME that a mail program reads back as it was meant", async () => {
    const { MessageId = "" } = await send({});
    const [mail] = bench.ses.list({});
    const message = await inboxMessage(mail as never);
    expect(message).toMatchObject({
      id: MessageId,
      to: "ana@mail.example",
      from: '"灯笼语言学校" <school@lantern.example>',
      subject: "你好 Ana – your fourteen days 🏮",
      tags: { message: "msg_01ABC" },
      configurationSet: "marketing",
      at: "2026-11-23T14:00:00.000Z",
    });
    expect(message.text).toContain("Hello Søren");
    expect(linksIn(message)).toEqual(["https://lantern.example/confirm?t=a_b&c=d"]);
    expect(message.headers).toMatchObject({
      "message-id": `<${MessageId}@eu-central-1.amazonses.com>`,
      "list-unsubscribe": `<https://lantern.example/unsubscribe?t=${"x".repeat(120)}>`,
      "list-unsubscribe-post": "List-Unsubscribe=One-Click",
      "reply-to": "care@lantern.example",
      date: "Mon, 23 Nov 2026 14:00:00 +0000",
    });
    expect(message.raw.split("\r\n").every((line) => line.length <= 998)).toBe(true);
  });

  it("is in the inbox before the sender hears that it was accepted", async () => {
    const { MessageId } = await send({});
    expect(bench.ses.find(MessageId ?? "")?.recipients).toEqual(["ana@mail.example"]);
  });

  it("shows a blind copy to nobody else, although it goes there", async () => {
    const Destination = { ToAddresses: ["ana@mail.example"], BccAddresses: ["audit@mail.example"] };
    await send({ Destination });
    const [mail] = bench.ses.list({ to: "AUDIT@mail.example" });
    expect(mail?.recipients).toEqual(["ana@mail.example", "audit@mail.example"]);
    expect(mail?.raw.toString()).not.toContain("audit@");
  });

  it("carries attachments", async () => {
    const RawContent = Buffer.from("BEGIN:VCALENDAR");
    await send(simple({ Attachments: [{ FileName: "term.ics", RawContent, ContentType: "text/calendar" }] }));
    const parsed = await simpleParser(bench.ses.list({})[0]?.raw ?? "");
    expect(parsed.attachments[0]).toMatchObject({ filename: "term.ics", contentType: "text/calendar" });
  });
});

describe("a raw mail", () => {
  it("goes out with SES's own Message-ID and date, without what spoke to SES", async () => {
    const Data = Buffer.from(
      [
        "From: School <school@lantern.example>",
        'To: "Wang, Wei" <wei@mail.example>, ana@mail.example',
        "Bcc: audit@mail.example",
        "Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=",
        "Message-ID: <mine@lantern.example>",
        "X-SES-CONFIGURATION-SET: marketing",
        "X-SES-MESSAGE-TAGS: message=msg_9, kind=test",
        "",
        "Hello",
      ].join("\r\n"),
    );
    const { MessageId } = await bench.client.send(new SendEmailCommand({ Content: { Raw: { Data } } }));
    const mail = bench.ses.find("msg_9");
    expect(mail).toMatchObject({ id: MessageId, subject: "Grüße", configurationSet: "marketing" });
    expect(mail?.recipients).toEqual(["wei@mail.example", "ana@mail.example", "audit@mail.example"]);
    const source = mail?.raw.toString() ?? "";
    expect(source).toContain(`Message-ID: <${MessageId}@eu-central-1.amazonses.com>`);
    expect(source).not.toMatch(/mine@lantern|X-SES|Bcc/i);
  });
});

describe("SES refuses", () => {
  const tags = (Name: string, Value: string) => ({ EmailTags: [{ Name, Value }] });
  const to = (...ToAddresses: string[]) => ({ Destination: { ToAddresses } });
  const header = (Name: string, Value: string) => simple({ Headers: [{ Name, Value }] });

  it.each([
    ["an unverified sender", "MessageRejected", { FromEmailAddress: "me@elsewhere.example" }],
    ["a domain that only ends alike", "MessageRejected", { FromEmailAddress: "me@notlantern.example" }],
    ["51 recipients", "BadRequestException", to(...Array.from({ length: 51 }, (_, at) => `a${at}@mail.example`))],
    ["no recipient", "BadRequestException", { Destination: {} }],
    ["a tag name with a dot", "BadRequestException", tags("a.b", "x")],
    ["a tag value with a colon", "BadRequestException", tags("a", "x:y")],
    ["a tag value of 257 characters", "BadRequestException", tags("a", "x".repeat(257))],
    ["an unknown configuration set", "NotFoundException", { ConfigurationSetName: "none" }],
    ["a line break in the subject", "BadRequestException", simple({ Subject: { Data: "Hi\r\nBcc: x@y.example" } })],
    ["a line break in an address", "BadRequestException", to("a@mail.example\r\nBcc: x@y.example")],
    ["a line break in a header", "BadRequestException", header("X-Note", "a\r\nBcc: x@y.example")],
    ["a header that SES sets", "BadRequestException", header("Subject", "other")],
    ["a header of 1,000 characters", "BadRequestException", header("X-Long", "x".repeat(1000))],
    ["a bare display name in Chinese", "BadRequestException", { FromEmailAddress: "灯笼 <school@lantern.example>" }],
    ["a local part beyond ASCII", "BadRequestException", to("jürgen@mail.example")],
    ["a domain not in Punycode", "BadRequestException", to("ana@bücher.example")],
    ["an address without domain", "BadRequestException", to("ana")],
    ["an empty body", "BadRequestException", simple({ Body: {} })],
    [
      "two kinds of content",
      "BadRequestException",
      { Content: { ...letter.Content, Raw: { Data: Buffer.from("x") } } },
    ],
  ])("%s with %s", async (_what, name, changes) => {
    await expect(send(changes as Partial<SendEmailCommandInput>)).rejects.toMatchObject({ name });
    expect(bench.ses.count({})).toBe(0);
    expect(bench.events()).toEqual([]);
  });

  it("names the offending tag in SES's own words", async () => {
    await expect(send(tags("message", "a b"))).rejects.toThrow(
      "Invalid tag value <a b>: only alphanumeric ASCII characters, '_', and '-' are allowed.",
    );
  });

  it("a message above 40 MB", async () => {
    const Html = { Data: "x".repeat(42_000_000) };
    await expect(send(simple({ Body: { Html } }))).rejects.toThrow(/Message length is more than 41943040 bytes/);
  });

  it("everything while sending is paused", async () => {
    bench.ses.store.account.change({ sendingEnabled: false });
    await expect(send({})).rejects.toMatchObject({ name: "SendingPausedException" });
  });
});

describe("quota, rate and sandbox", () => {
  it("are reported, and not enforced unless asked", async () => {
    bench.ses.store.account.change({ max24HourSend: 1, maxSendRate: 1 });
    await send({});
    await send({});
    expect(await bench.account()).toMatchObject({
      ProductionAccessEnabled: true,
      SendQuota: { Max24HourSend: 1, MaxSendRate: 1, SentLast24Hours: 2 },
    });
  });

  it("refuse above the rate until a second has passed on the virtual clock", async () => {
    bench.ses.store.account.change({ enforceLimits: true, maxSendRate: 2 });
    const answers = await Promise.allSettled([send({}), send({}), send({})]);
    const refused = answers.filter((answer) => answer.status === "rejected");
    expect(refused).toMatchObject([
      { reason: { name: "TooManyRequestsException", message: "Maximum sending rate exceeded." } },
    ]);
    bench.now = START + 1000;
    await send({});
  });

  it("refuse above the daily quota until the day has rolled on; the simulator is free", async () => {
    bench.ses.store.account.change({ enforceLimits: true, max24HourSend: 1 });
    await send({});
    bench.now += 3_600_000;
    await expect(send({})).rejects.toThrow("Daily message quota exceeded.");
    await send({ Destination: { ToAddresses: ["success@simulator.amazonses.com"] } });
    bench.now = START + 24 * 3_600_000;
    await send({});
  });

  it("let the sandbox mail verified addresses and the simulator only", async () => {
    bench.ses.store.account.change({ sandbox: true });
    await expect(send({})).rejects.toThrow(/not verified.*EU-CENTRAL-1: ana@mail.example/);
    await send({ Destination: { ToAddresses: ["success@simulator.amazonses.com", "me@lantern.example"] } });
    expect((await bench.account()).ProductionAccessEnabled).toBe(false);
  });
});
