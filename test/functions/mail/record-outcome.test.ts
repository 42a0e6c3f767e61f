import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { newContactWrites } from "../../../functions/contacts/store.ts";
import { readSuppression } from "../../../functions/contacts/suppression-store.ts";
import { listMessagesOf } from "../../../functions/mail/list-messages-of.ts";
import { queueMessage } from "../../../functions/mail/queue-message.ts";
import { recordOutcome } from "../../../functions/mail/record-outcome.ts";
import type { MailOutcome } from "../../../functions/mail/rules/outcome-facts.ts";
import { readSesEvent } from "../../../functions/mail/rules/read-ses-event.ts";
import { softBounceRun } from "../../../functions/mail/rules/soft-bounce-run.ts";
import { commit } from "../../../functions/platform/commit.ts";
import { queryAll } from "../../../functions/platform/dynamo.ts";
import { log } from "../../../functions/platform/log.ts";
import { productTables } from "../../support/product-tables.ts";
import { propertyOptions } from "../../support/property-options.ts";
import { bounceEvent, deliveryEvent, sesEvent } from "./support/ses-events.ts";

productTables();

const SENT = "2026-11-02T09:00:00.000Z";
const MAILS = 5;
let people = 0;

beforeAll(() => void vi.spyOn(log, "error").mockImplementation(() => undefined));

/** A new contact with some mails on their way. */
async function somebody() {
  const id = `con_${++people}`;
  const email = `${id}@example.com`;
  const consent = { marketing: true, at: SENT };
  const mails = Array.from({ length: MAILS }, (_, at) =>
    queueMessage(
      { kind: "marketing", contactId: id, template: "news", occurrence: String(at), cause: { event: "test" } },
      SENT,
    ),
  );
  await commit([...newContactWrites({ id, email, locale: "en", createdAt: SENT, consent }), ...mails]);
  return { id, email, messageIds: mails.map(({ put }) => String(put.id)) };
}
type Person = Awaited<ReturnType<typeof somebody>>;

const minute = (at: number) => new Date(Date.parse(SENT) + at * 60_000).toISOString();
const about = (person: Person, mail: number, event: object): MailOutcome => ({
  ...(readSesEvent(event) ?? expect.unreachable()),
  contactId: person.id,
  messageId: person.messageIds[mail] ?? "",
});
const bounced = (person: Person, mail: number, at: number, subType = "MailboxFull") =>
  about(person, mail, bounceEvent("Transient", subType, minute(at)));
const delivered = (person: Person, mail: number, at: number) => about(person, mail, deliveryEvent(minute(at)));

async function tell(reports: MailOutcome[]): Promise<void> {
  for (const report of reports) await recordOutcome(report);
}

const eventsOf = async ({ id }: Person) =>
  (await queryAll({ pk: id, prefix: "event#" })).map(({ type, data }) => [type, data]);

describe("an address whose mails come back softly", () => {
  it("is suppressed at the third in a row, and its timeline says why", async () => {
    const ana = await somebody();
    await tell([bounced(ana, 0, 1), bounced(ana, 1, 2), bounced(ana, 1, 2)]);
    expect(await readSuppression(ana.email)).toBeUndefined();
    await tell([bounced(ana, 2, 3)]);
    expect(await readSuppression(ana.email)).toMatchObject({ reason: "soft-bounces", at: minute(3) });
    expect(await eventsOf(ana)).toEqual([["contact.suppressed", { reason: "soft-bounces" }]]);
  });

  it("is mailed on when one was delivered between", async () => {
    const ana = await somebody();
    await tell([bounced(ana, 0, 1), bounced(ana, 1, 2), delivered(ana, 2, 3), bounced(ana, 3, 4)]);
    expect(await readSuppression(ana.email)).toBeUndefined();
  });

  it("is mailed on when it was the mails' content that was refused", async () => {
    const ana = await somebody();
    const kinds = ["ContentRejected", "MessageTooLarge", "AttachmentRejected"];
    await tell(kinds.map((kind, at) => bounced(ana, at, at, kind)));
    expect(await readSuppression(ana.email)).toBeUndefined();
  });

  it("may be mailed again when a later delivery was only reported late", async () => {
    const ana = await somebody();
    await tell([bounced(ana, 0, 1), bounced(ana, 1, 2), bounced(ana, 2, 3), delivered(ana, 3, 4)]);
    expect(await readSuppression(ana.email)).toBeUndefined();
    expect((await eventsOf(ana)).map(([type]) => type).sort()).toEqual([
      "contact.suppressed",
      "contact.suppression-lifted",
    ]);
  });

  it("stays suppressed for good once a mail bounced hard, whatever is delivered later", async () => {
    const ana = await somebody();
    await tell([bounced(ana, 0, 1), bounced(ana, 1, 2), bounced(ana, 2, 3)]);
    await tell([about(ana, 3, bounceEvent("Permanent", "General", minute(4))), delivered(ana, 4, 5)]);
    expect(await readSuppression(ana.email)).toMatchObject({ reason: "hard-bounce" });
  });

  it("ends the same in whatever order, however often and at whatever once it is reported", async () => {
    const report = fc.record({ mail: fc.nat(MAILS - 1), at: fc.nat(20), isDelivery: fc.boolean() });
    const told = fc
      .array(report, { minLength: 3, maxLength: 8 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })));
    await fc.assert(
      fc.asyncProperty(told, fc.boolean(), async ([all, shuffled], atOnce) => {
        const person = await somebody();
        const outcome = ({ mail, at, isDelivery }: (typeof all)[number]) =>
          isDelivery ? delivered(person, mail, at) : bounced(person, mail, at);
        if (atOnce) await Promise.all(all.map((each) => recordOutcome(outcome(each))));
        else await tell(shuffled.map(outcome));
        const expected = softBounceRun(firstOfEach(all)).fullAt !== undefined;
        expect((await readSuppression(person.email)) !== undefined).toBe(expected);
      }),
      propertyOptions("soft bounces in any order", 60),
    );
  }, 120_000);
});

/** What is kept of a message: the first delivery and the first soft bounce. */
function firstOfEach(all: { mail: number; at: number; isDelivery: boolean }[]) {
  return Array.from({ length: MAILS }, (_, mail) => {
    const first = (isDelivery: boolean) =>
      Math.min(...all.filter((each) => each.mail === mail && each.isDelivery === isDelivery).map(({ at }) => at));
    const [deliveredAt, softBouncedAt] = [first(true), first(false)];
    return {
      ...(Number.isFinite(deliveredAt) ? { deliveredAt: minute(deliveredAt) } : {}),
      ...(Number.isFinite(softBouncedAt) ? { softBouncedAt: minute(softBouncedAt) } : {}),
    };
  });
}

describe("a mail whose template SES could not fill", () => {
  it("has failed, says why, and is logged as an error for somebody to look at", async () => {
    const ana = await somebody();
    const because = "Attribute 's3' is not present in the rendering data.";
    await tell([
      about(ana, 0, sesEvent("Rendering Failure", { failure: { templateName: "tm-1", errorMessage: because } })),
    ]);
    const failed = (await listMessagesOf(ana.id)).find(({ id }) => id === ana.messageIds[0]);
    expect(failed).toMatchObject({ state: "failed", failure: because });
    expect(log.error).toHaveBeenCalledWith(
      "SES could not fill a mail's template",
      expect.objectContaining({ messageId: ana.messageIds[0], because }),
    );
  });
});
