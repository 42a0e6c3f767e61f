import { describe, expect, it } from "vitest";
import { newContactWrites } from "../../../functions/contacts/store.ts";
import { listUnknown } from "../../../functions/mail/list-unknown.ts";
import { type NewMessage, queueMessage } from "../../../functions/mail/queue-message.ts";
import { recordOutcome } from "../../../functions/mail/record-outcome.ts";
import type { MailOutcome } from "../../../functions/mail/rules/outcome-facts.ts";
import { UNKNOWN_DECISIONS, type UnknownDecision } from "../../../functions/mail/rules/unknown-decision.ts";
import { settleUnknown } from "../../../functions/mail/settle-unknown.ts";
import { everyMessage, findMessage, outcomeWrite, settledWrite } from "../../../functions/mail/store.ts";
import { commit } from "../../../functions/platform/commit.ts";
import { queryAll } from "../../../functions/platform/dynamo.ts";
import { readTimeline } from "../../../functions/timeline/read-timeline.ts";
import { mailBreaches } from "../../support/mail-invariants.ts";
import { productTables } from "../../support/product-tables.ts";
import { rowsIn } from "../../support/rows-in.ts";

const tables = productTables();
const SENT = "2026-11-23T14:00:00.000Z";
const NOW = "2026-11-24T09:00:00.000Z";
let people = 0;

/** A mail to a new contact whose answer was lost. */
async function lose(more: Partial<NewMessage> = {}) {
  const contactId = `con_settle${++people}`;
  const consent = { marketing: true, at: SENT };
  await commit(
    newContactWrites({ id: contactId, email: `${contactId}@example.com`, locale: "en", createdAt: SENT, consent }),
  );
  const cause = { journey: "trial-follow-up", step: "offer" };
  const variables = { code: "K1" };
  const wanted: NewMessage = { kind: "marketing", contactId, template: "welcome", occurrence: "1", cause, variables };
  const write = queueMessage({ ...wanted, ...more }, SENT);
  await commit([write]);
  const queued = await found(contactId, String(write.put.id));
  await commit([settledWrite(queued, { state: "unknown", failure: "ETIMEDOUT", attempt: 1 }, SENT)]);
  return found(contactId, queued.id);
}
type Lost = Awaited<ReturnType<typeof lose>>;

async function found(contactId: string, id: string) {
  return (await findMessage(contactId, id)) ?? expect.unreachable(`${id} is not there`);
}

const noted = ({ id }: Lost, by: string) => [{ put: { pk: "audit#test", sk: `${id} ${by}`, by } }];
const decide = ({ contactId, id, ...rest }: Lost, decision: UnknownDecision, by = "ana") =>
  settleUnknown({ contactId, id, decision }, NOW, () => noted({ contactId, id, ...rest }, by));
const rowsOf = ({ contactId }: Lost) => everyMessage(contactId);
const auditOf = async ({ id }: Lost) => (await queryAll({ pk: "audit#test", prefix: id })).map(({ by }) => by);
const delivered = ({ id, contactId }: Lost): MailOutcome => ({
  ...{ messageId: id, contactId, kind: "delivered", providerId: "ses-late", at: NOW },
  facts: { deliveredAt: NOW },
});
const isListed = async ({ id }: Lost) => (await listUnknown(100)).items.some(({ message }) => message.id === id);

describe("a mail of which nobody knows whether it went out", () => {
  it("is taken as arrived when a person says so, and leaves the list", async () => {
    const lost = await lose();
    expect(await isListed(lost)).toBe(true);
    expect(await decide(lost, "arrived")).toEqual({ ok: true });
    expect(await found(lost.contactId, lost.id)).toMatchObject({ state: "submitted", decided: "arrived" });
    expect([await isListed(lost), await auditOf(lost)]).toEqual([false, ["ana"]]);
  });

  it("is given up when a person says so, and nothing more is sent", async () => {
    const lost = await lose();
    expect(await decide(lost, "not-sent")).toEqual({ ok: true });
    expect((await rowsOf(lost)).messages).toMatchObject([{ state: "skipped", skipReason: "given-up" }]);
    expect(await isListed(lost)).toBe(false);
  });

  it("goes out once more as a new message that says the same and is due at once", async () => {
    const lost = await lose({ locale: "zh-CN", offer: "free-lessons" });
    const done = await decide(lost, "once-more");
    if (!done.ok || !done.resentAs) return expect.unreachable("It is not sent again.");
    expect(await found(lost.contactId, lost.id)).toMatchObject({ state: "skipped", resentAs: done.resentAs });
    const { kind, template, variables, cause, locale, offer } = lost;
    const again = await found(lost.contactId, done.resentAs);
    expect(again).toMatchObject({ kind, template, variables, cause, locale, offer, state: "queued", attempt: 0 });
    expect(again).toMatchObject({ queuedAt: NOW, queue: "marketing", dueAt: NOW });
  });

  it("goes out once more only once, however many press at once and however often", async () => {
    const lost = await lose();
    const answers = await Promise.all(["ana", "ben", "cy", "dee"].map((by) => decide(lost, "once-more", by)));
    answers.push(await decide(lost, "once-more", "eve"));
    expect(new Set(answers.map((each) => each.ok && each.resentAs)).size).toBe(1);
    expect((await rowsOf(lost)).messages).toHaveLength(2);
    expect(await auditOf(lost)).toHaveLength(1);
  });

  it("is decided about once: who decides otherwise later is told so", async () => {
    const lost = await lose();
    const answers = await Promise.all(UNKNOWN_DECISIONS.map((decision) => decide(lost, decision, decision)));
    const refused = { ok: false, reason: "settled-meanwhile" };
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual([refused, refused]);
    expect(await auditOf(lost)).toHaveLength(1);
  });

  it("is not decided about when SES has told of it, even if that is not worked in yet", async () => {
    const lost = await lose();
    const { facts } = delivered(lost);
    await commit([outcomeWrite(lost, { providerId: "ses-late", ...facts }, undefined)]);
    expect(await decide(lost, "once-more")).toEqual({ ok: false, reason: "settled-meanwhile" });
    expect((await rowsOf(lost)).messages).toMatchObject([{ state: "delivered", providerId: "ses-late" }]);
    expect(await auditOf(lost)).toEqual([]);
  });

  it("has one end whichever comes first, the report or the decision", async () => {
    for (let round = 0; round < 10; round++) {
      const lost = await lose();
      const [done] = await Promise.all([decide(lost, "once-more"), recordOutcome(delivered(lost))]);
      const { messages } = await rowsOf(lost);
      expect(messages).toHaveLength(done.ok ? 2 : 1);
      expect(await auditOf(lost)).toHaveLength(done.ok ? 1 : 0);
    }
  });

  it("is not sent once more when its link has expired", async () => {
    const link = { purpose: "sign-in", subject: "ana", expiresAt: NOW } as const;
    const lost = await lose({ kind: "transactional", link });
    expect(await decide(lost, "once-more")).toEqual({ ok: false, reason: "link-expired" });
    expect(await isListed(lost)).toBe(true);
  });

  it("may be decided about only if it exists", async () => {
    const lost = await lose();
    const nowhere = await decide({ ...lost, id: "msg_nowhere" }, "arrived");
    expect(nowhere).toEqual({ ok: false, reason: "not-found" });
  });

  it.each(UNKNOWN_DECISIONS)(
    "tells of the decision %s in its timeline, and a later report outranks it",
    async (said) => {
      const lost = await lose();
      await decide(lost, said);
      const told = async () => (await readTimeline(lost.contactId, 20)).entries;
      expect(await told()).toContainEqual(
        expect.objectContaining({
          type: "mail.settled",
          data: { messageId: lost.id, template: "welcome", decision: said },
        }),
      );
      await recordOutcome(delivered(lost));
      const message = (await told()).find(({ id }) => id === lost.id);
      expect(message).toMatchObject({ message: { state: "delivered", providerId: "ses-late" } });
      const main = rowsIn(tables.engine(), "Main");
      expect(mailBreaches({ main, ledger: [], mails: [], now: NOW })).toEqual([]);
    },
  );
});
