import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";
import { beforeAll, describe, expect, test } from "vitest";
import type { CompiledContent } from "../../functions/content/rules/compiled-content.ts";
import { passGate } from "../../functions/content/rules/publish-gate.ts";
import { readEmailFiles } from "../../functions/content/rules/read-email-files.ts";
import { renderContent } from "../../functions/content/rules/render-content.ts";
import { sampleValues } from "../../functions/content/rules/sample-values.ts";
import { sesTemplateOf, slotValues } from "../../functions/content/rules/ses-template.ts";
import { unsubscribeHeaders } from "../../functions/mail/rules/unsubscribe-headers.ts";
import { sendBulk } from "../../functions/platform/bulk-mailer.ts";
import { sendEmail } from "../../functions/platform/mailer.ts";
import type { ProviderAnswer } from "../../functions/platform/ses.ts";
import { keepTemplate } from "../../functions/platform/ses-templates.ts";
import { productMail } from "../support/product-mail.ts";
import { productTables } from "../support/product-tables.ts";
import { emailFolder } from "./email-folder.ts";

productTables();
const mail = productMail();

const NAMES = ["O'Neil & Søn", "林晓雯 <script>", "אנה 🎓"];
const UNSUBSCRIBE = "https://tastemaker.example/unsubscribe?t=abc.def";
const { sources, shared } = readEmailFiles(emailFolder());
const EACH = sources.flatMap(({ name }) => (["en", "zh-CN"] as const).map((locale) => [name, locale] as const));
const contents = new Map<string, CompiledContent>();

beforeAll(async () => {
  Object.assign(process.env, {
    SENDER_ADDRESS: "hello@lantern.example",
    MARKETING_CONFIGURATION_SET: "marketing",
    TRANSACTIONAL_CONFIGURATION_SET: "transactional",
  });
  const { account } = mail.ses().store;
  account.verify("lantern.example");
  for (const name of ["marketing", "transactional"])
    account.defineConfigurationSet({ name, sendingEnabled: true, destinations: [] });
  for (const { name, source } of sources) {
    const verdict = await passGate(source, shared);
    for (const content of verdict.contents) contents.set(`${name} ${content.locale}`, content);
  }
});

/** What the two parsers read, which has to be the same. */
async function readAlike(raw: string | Uint8Array) {
  const source = Buffer.from(raw);
  const [one, other] = await Promise.all([simpleParser(source), PostalMime.parse(source)]);
  const header = (name: string) => other.headers.find(({ key }) => key === name)?.value;
  expect(other.subject).toBe(one.subject);
  expect(other.from).toMatchObject({ ...one.from?.value[0] });
  expect(other.html?.trimEnd()).toBe((one.html || "").trimEnd());
  expect(other.text?.trimEnd()).toBe(one.text?.trimEnd());
  return { ...other, unsubscribe: header("list-unsubscribe"), oneClick: header("list-unsubscribe-post") };
}

/** Hands the mail over whole and as a copy of its kept template; both as SES made them. */
async function sentBothWays(content: CompiledContent, values: Record<string, unknown>, fromName: string) {
  const rendered = renderContent(content, values, "Europe/Berlin");
  const slots = slotValues(content, values, "Europe/Berlin");
  if (!rendered.ok || !slots.ok) return expect.unreachable("the mail can be written");
  const headers = content.kind === "marketing" ? unsubscribeHeaders(UNSUBSCRIBE) : {};
  const envelope = { to: "ana@example.com", headers, tags: { message: "msg_1", contact: "con_1" } };
  const sender = { fromName, lane: content.kind };
  const template = sesTemplateOf(content);
  await keepTemplate(template);
  const copies = [{ ...envelope, values: slots.values }];
  const answers = [
    await sendEmail({ ...envelope, ...sender, ...rendered }),
    ...(await sendBulk({ ...sender, template: template.name, copies })),
  ];
  return { rendered, raws: answers.map((answer) => rawOf(answer)) };
}

function rawOf(answer: ProviderAnswer): string | Uint8Array {
  const sent = answer.answer === "accepted" ? mail.ses().find(answer.providerId) : undefined;
  return sent?.raw ?? expect.unreachable(JSON.stringify(answer));
}

const plain = (text: string | undefined) => text?.replaceAll("\r\n", "\n").trimEnd();

describe.each(EACH)("the mail %s in %s", (name, locale) => {
  test.each(NAMES)("reads alike to two parsers, for %s, whichever way it goes", async (person) => {
    const content = contents.get(`${name} ${locale}`) as CompiledContent;
    const values = { ...sampleValues(content.variables, locale, "sample"), "contact.name": person };
    const { rendered, raws } = await sentBothWays(content, values, person);
    const isMarketing = content.kind === "marketing";
    for (const raw of raws) {
      const read = await readAlike(raw);
      expect(read.subject).toBe(rendered.subject);
      expect(read.from).toEqual({ name: person, address: "hello@lantern.example" });
      expect([plain(read.html), plain(read.text)]).toEqual([plain(rendered.html), plain(rendered.text)]);
      expect([read.unsubscribe, read.oneClick]).toEqual(
        isMarketing ? [`<${UNSUBSCRIBE}>`, "List-Unsubscribe=One-Click"] : [undefined, undefined],
      );
    }
  });
});
