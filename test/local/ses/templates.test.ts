import {
  CreateEmailTemplateCommand,
  DeleteEmailTemplateCommand,
  GetEmailTemplateCommand,
  ListEmailTemplatesCommand,
  SendBulkEmailCommand,
  type SendBulkEmailCommandInput,
  SendEmailCommand,
  TestRenderEmailTemplateCommand,
  UpdateEmailTemplateCommand,
} from "@aws-sdk/client-sesv2";
import PostalMime from "postal-mime";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inboxMessage } from "../../../local/ses/inbox.ts";
import { SesBench } from "./ses-bench.ts";

let bench: SesBench;

const TemplateContent = {
  Subject: "Hello {{name}}",
  Text: "{{#if offer}}{{offer}} awaits you{{else}}Nothing new{{/if}}",
  Html: "<p>{{name}}: {{#each days}}{{this}} {{/each}}</p>",
};

beforeEach(async () => {
  bench = await new SesBench().open();
  await bench.client.send(new CreateEmailTemplateCommand({ TemplateName: "welcome", TemplateContent }));
});

afterEach(() => bench.close());

const bulk = (changes: Partial<SendBulkEmailCommandInput> = {}) =>
  bench.client.send(
    new SendBulkEmailCommand({
      FromEmailAddress: "school@lantern.example",
      ConfigurationSetName: "marketing",
      DefaultContent: { Template: { TemplateName: "welcome", TemplateData: '{"name":"friend","days":[1]}' } },
      BulkEmailEntries: [{ Destination: { ToAddresses: ["ana@mail.example"] } }],
      ...changes,
    }),
  );

const inbox = () => Promise.all(bench.ses.list({ oldestFirst: true }).map(inboxMessage));

describe("templates kept in the account", () => {
  it("are created, read, changed, listed, rendered for a look and deleted", async () => {
    await bench.client.send(
      new UpdateEmailTemplateCommand({
        TemplateName: "welcome",
        TemplateContent: { ...TemplateContent, Html: "<b>!</b>" },
      }),
    );
    const found = await bench.client.send(new GetEmailTemplateCommand({ TemplateName: "welcome" }));
    expect(found.TemplateContent?.Html).toBe("<b>!</b>");
    const listed = await bench.client.send(new ListEmailTemplatesCommand({}));
    expect(listed.TemplatesMetadata).toEqual([{ TemplateName: "welcome", CreatedTimestamp: new Date(bench.now) }]);
    const rendered = await bench.client.send(
      new TestRenderEmailTemplateCommand({ TemplateName: "welcome", TemplateData: '{"name":"Ana","offer":"A book"}' }),
    );
    expect(rendered.RenderedTemplate).toMatch(/Subject: Hello Ana[\s\S]*A book awaits you/);
    await bench.client.send(new DeleteEmailTemplateCommand({ TemplateName: "welcome" }));
    await expect(bench.client.send(new GetEmailTemplateCommand({ TemplateName: "welcome" }))).rejects.toMatchObject({
      name: "NotFoundException",
    });
  });

  it("are refused when they exist, cannot be parsed or exceed 500 KB", async () => {
    const create = (TemplateName: string, Text: string) =>
      bench.client.send(new CreateEmailTemplateCommand({ TemplateName, TemplateContent: { Text } }));
    await expect(create("welcome", "x")).rejects.toMatchObject({ name: "AlreadyExistsException" });
    await expect(create("broken", "{{#if}")).rejects.toMatchObject({ name: "BadRequestException" });
    await expect(create("huge", "x".repeat(512_001))).rejects.toMatchObject({ name: "LimitExceededException" });
  });

  it("are rendered for a look as the MIME message that would go out", async () => {
    const TemplateData = JSON.stringify({ name: "Søn 你好", days: ["é".repeat(100)] });
    const look = new TestRenderEmailTemplateCommand({ TemplateName: "welcome", TemplateData });
    const mail = await PostalMime.parse((await bench.client.send(look)).RenderedTemplate ?? "");
    expect(mail).toMatchObject({ subject: "Hello Søn 你好", text: expect.stringMatching(/^Nothing new/) });
    expect(mail.html).toContain(`<p>Søn 你好: ${"é".repeat(100)} </p>`);
  });

  it("name the missing variable when rendered for a look", async () => {
    await expect(
      bench.client.send(new TestRenderEmailTemplateCommand({ TemplateName: "welcome", TemplateData: "{}" })),
    ).rejects.toThrow("Attribute 'name' is not present in the rendering data.");
  });
});

describe("a templated mail", () => {
  const templated = (Template: object) =>
    bench.client.send(
      new SendEmailCommand({
        FromEmailAddress: "school@lantern.example",
        ConfigurationSetName: "marketing",
        Destination: { ToAddresses: ["ana@mail.example"] },
        Content: { Template },
      }),
    );

  it("is substituted without HTML escaping, as SES's guide warns", async () => {
    await templated({
      TemplateContent: { Subject: "{{s}}", Html: "<p>{{a}} {{{a}}}</p>" },
      TemplateData: '{"s":"A & B","a":"<b>"}',
    });
    expect(await inbox()).toMatchObject([{ subject: "A & B", html: expect.stringMatching(/^<p><b> <b><.p>\s*$/) }]);
  });

  it("that lacks a variable is accepted, never sent, and told as a rendering failure", async () => {
    const { MessageId } = await templated({ TemplateName: "welcome", TemplateData: "{}" });
    expect(await inbox()).toEqual([]);
    expect(bench.events()).toMatchObject([
      {
        eventType: "Rendering Failure",
        mail: { messageId: MessageId },
        failure: {
          templateName: "welcome",
          errorMessage: "Attribute 'name' is not present in the rendering data.",
        },
      },
    ]);
  });

  it.each([
    ["blocks in inline content", "BadRequestException", { TemplateContent: { Text: "{{#if a}}x{{/if}}" } }],
    ["inline content above 1 MB", "BadRequestException", { TemplateContent: { Text: "x".repeat(1_048_577) } }],
    ["data that is no object", "BadRequestException", { TemplateName: "welcome", TemplateData: "[1]" }],
    ["a template that does not exist", "NotFoundException", { TemplateName: "none" }],
  ])("is refused %s", async (_what, name, template) => {
    await expect(templated(template)).rejects.toMatchObject({ name });
  });
});

describe("bulk mail", () => {
  it("gives each entry its own data, tags and headers over the defaults", async () => {
    await bulk({
      DefaultEmailTags: [{ Name: "journey", Value: "trial" }],
      DefaultContent: {
        Template: {
          TemplateName: "welcome",
          TemplateData: '{"name":"friend","offer":"A book","days":[1,2]}',
          Headers: [{ Name: "List-Unsubscribe", Value: "<https://lantern.example/u>" }],
        },
      },
      BulkEmailEntries: [
        {
          Destination: { ToAddresses: ["ana@mail.example"] },
          ReplacementEmailContent: { ReplacementTemplate: { ReplacementTemplateData: '{"name":"Ana"}' } },
          ReplacementTags: [{ Name: "message", Value: "msg_1" }],
          ReplacementHeaders: [{ Name: "List-Unsubscribe", Value: "<https://lantern.example/u?t=ana>" }],
        },
        { Destination: { ToAddresses: ["ben@mail.example"] } },
      ],
    });
    expect(await inbox()).toMatchObject([
      {
        subject: "Hello Ana",
        tags: { journey: "trial", message: "msg_1" },
        headers: { "list-unsubscribe": "<https://lantern.example/u?t=ana>" },
      },
      {
        subject: "Hello friend",
        tags: { journey: "trial" },
        headers: { "list-unsubscribe": "<https://lantern.example/u>" },
      },
    ]);
  });

  it("answers entry by entry: what is wrong with one does not stop the others", async () => {
    bench.ses.store.account.change({ enforceLimits: true, maxSendRate: 2 });
    const to = (address: string) => ({ Destination: { ToAddresses: [address] } });
    const { BulkEmailEntryResults } = await bulk({
      BulkEmailEntries: [
        to("ana@mail.example"),
        to("nobody"),
        { ...to("ben@mail.example"), ReplacementTags: [{ Name: "a b", Value: "c" }] },
        to("cem@mail.example"),
        to("dan@mail.example"),
      ],
    });
    expect(BulkEmailEntryResults?.map((result) => result.Status)).toEqual([
      "SUCCESS",
      "INVALID_PARAMETER",
      "INVALID_PARAMETER",
      "SUCCESS",
      "ACCOUNT_THROTTLED",
    ]);
    expect(BulkEmailEntryResults?.map((result) => result.MessageId !== undefined)).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
  });

  it.each([
    ["without entries", "BadRequestException", { BulkEmailEntries: [] }],
    [
      "with 51 entries",
      "BadRequestException",
      { BulkEmailEntries: Array.from({ length: 51 }, () => ({ Destination: { ToAddresses: ["a@mail.example"] } })) },
    ],
    ["of an unknown template", "NotFoundException", { DefaultContent: { Template: { TemplateName: "none" } } }],
    ["from an unverified address", "MessageRejected", { FromEmailAddress: "me@elsewhere.example" }],
  ])("%s is refused as a whole", async (_what, name, changes) => {
    await expect(bulk(changes)).rejects.toMatchObject({ name });
  });
});
