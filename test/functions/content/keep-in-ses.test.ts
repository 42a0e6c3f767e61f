import { GetEmailTemplateCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { keepInSes } from "../../../functions/content/keep-in-ses.ts";
import { loadCompiled } from "../../../functions/content/load-compiled.ts";
import { publishContent } from "../../../functions/content/publish-content.ts";
import { rollbackContent } from "../../../functions/content/rollback-content.ts";
import { compileContent } from "../../../functions/content/rules/compile-content.ts";
import type { CompiledContent } from "../../../functions/content/rules/compiled-content.ts";
import { sesTemplateOf } from "../../../functions/content/rules/ses-template.ts";
import { saveDraft } from "../../../functions/content/save-draft.ts";
import { sharedWrite, versionWrites } from "../../../functions/content/store.ts";
import { commit } from "../../../functions/platform/commit.ts";
import type { AwsRequest } from "../../../local/aws-service.ts";
import { productMail } from "../../support/product-mail.ts";
import { productTables } from "../../support/product-tables.ts";
import { SMALL_SHARED, smallSource } from "./support/small-content.ts";

productTables();
const mail = productMail();

const AT = "2026-11-23T14:00:00.000Z";
const act = (name: string) => ({ name, by: "mia@lantern.example", at: AT });
const isTrial = ({ path }: AwsRequest) => path.endsWith("/render");
const refusal = (status: number, type: string) => ({
  status,
  headers: { "content-type": "application/json", "x-amzn-errortype": type },
  body: JSON.stringify({ message: type }),
});

beforeAll(async () => {
  await commit([sharedWrite(SMALL_SHARED, AT)]);
});

afterEach(() => mail.answerBy(undefined));

async function compiled(subject: string): Promise<CompiledContent> {
  const result = await compileContent(smallSource({ subject }), SMALL_SHARED, "en");
  return result.ok ? result.tracked : expect.unreachable(JSON.stringify(result.problems));
}

async function published(name: string, revision: number, subject: string): Promise<void> {
  expect(await saveDraft({ ...act(name), revision, source: smallSource({ subject }) })).toMatchObject({ ok: true });
  expect(await publishContent({ ...act(name), revision: revision + 1 })).toMatchObject({ ok: true });
}

describe("publishing", () => {
  test("has SES keep a template of each language, tried against the gate's values, and says so to the sender", async () => {
    const trials: string[] = [];
    mail.answerBy((request) => void (isTrial(request) && trials.push(request.path)));
    await published("welcome", 0, "Grüße & {{contact.name}} 你好");
    for (const locale of ["en", "zh-CN"]) {
      const loaded = (await loadCompiled("welcome", locale)) ?? expect.unreachable();
      const { name, subject, html, text } = sesTemplateOf(loaded.content);
      expect(loaded).toMatchObject({ ses: "stored", sesTemplate: name });
      const kept = await new SESv2Client({}).send(new GetEmailTemplateCommand({ TemplateName: name }));
      expect(kept.TemplateContent).toEqual({ Subject: subject, Html: html, Text: text });
      expect(trials.filter((path) => path.includes(name)).length).toBeGreaterThan(1);
    }
  });

  test("of the same words again finds the template there already", async () => {
    const content = await compiled("Twice {{contact.name}}");
    const first = await keepInSes([content]);
    expect(first).toMatchObject([{ ses: "stored" }]);
    expect(await keepInSes([content])).toEqual(first);
  });

  test("keeps the template before its rows, so a crash between them leaves no row without a template", async () => {
    const content = await compiled("Steady");
    const { name } = sesTemplateOf(content);
    expect(mail.ses().store.templates.get(name)).toBeUndefined();
    await saveDraft({ ...act("steady"), revision: 0, source: smallSource({ subject: "Steady" }) });
    mail.answerBy((request) => {
      if (isTrial(request)) expect(mail.ses().store.templates.get(name)).toBeDefined();
      return undefined;
    });
    const never = {
      put: { pk: "steady", sk: "x" },
      onlyIf: { equals: ["missing", 1] as [string, number] },
      refusal: "x",
    };
    const request = { ...act("steady"), revision: 1, alongside: [never] };
    expect(await publishContent(request)).toMatchObject({ ok: false });
    expect(mail.ses().store.templates.get(name)).toBeDefined();
    expect(await loadCompiled("steady")).toBeUndefined();
    expect(await publishContent({ ...act("steady"), revision: 1 })).toMatchObject({ ok: true });
    expect(await loadCompiled("steady")).toMatchObject({ ses: "stored", sesTemplate: name });
  });

  test("an older version again leaves its template as it was found", async () => {
    await published("back", 0, "First");
    await published("back", 1, "Second");
    await rollbackContent({ ...act("back"), version: 1 });
    const [first, third] = [await loadCompiled("back", "en", 1), await loadCompiled("back", "en")];
    expect(third).toMatchObject({ version: 3, ses: "stored", sesTemplate: first?.sesTemplate });
  });
});

describe("mail goes out whole", () => {
  test.each([
    ["fills its template differently", { status: 200, body: '{"RenderedTemplate":"Subject: Other\\r\\n\\r\\nother"}' }],
    ["cannot fill it", refusal(400, "BadRequestException")],
  ])("when SES %s", async (what, answer) => {
    mail.answerBy((request) => (isTrial(request) ? answer : undefined));
    expect(await keepInSes([await compiled(what)])).toMatchObject([{ ses: "none" }]);
  });

  test.each([
    ["may not be asked", refusal(403, "AccessDeniedException")],
    ["keeps no more templates", refusal(400, "LimitExceededException")],
  ])("when SES %s", async (what, answer) => {
    mail.answerBy(() => answer);
    const name = what.replaceAll(" ", "-");
    await published(name, 0, what);
    expect(await loadCompiled(name)).toMatchObject({ version: 1, ses: "none" });
  });

  test("but not because SES was asked too fast", async () => {
    let calls = 0;
    mail.answerBy(() => (calls++ < 4 ? refusal(429, "TooManyRequestsException") : undefined));
    expect(await keepInSes([await compiled("Slowly")])).toMatchObject([{ ses: "stored" }]);
  });

  test("when the mail would be taken apart differently today", async () => {
    const version = { version: 1, publishedAt: AT, publishedBy: "mia@lantern.example", locales: ["en" as const] };
    const row = { content: await compiled("Older"), ses: "stored", sesTemplate: "tm-of-an-older-release" } as const;
    await commit(versionWrites("older", version, smallSource(), [row]));
    expect(await loadCompiled("older", "en", 1)).toMatchObject({ ses: "none" });
  });
});
