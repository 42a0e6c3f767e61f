import { describe, expect, it } from "vitest";
import { liftSuppression } from "../../../functions/contacts/lift-suppression.ts";
import { newContactWrites } from "../../../functions/contacts/store.ts";
import { suppressAddress } from "../../../functions/contacts/suppress-address.ts";
import { readSuppression } from "../../../functions/contacts/suppression-store.ts";
import { queueMessage } from "../../../functions/mail/queue-message.ts";
import { recordOutcome } from "../../../functions/mail/record-outcome.ts";
import type { MailOutcome } from "../../../functions/mail/rules/outcome-facts.ts";
import { commit } from "../../../functions/platform/commit.ts";
import { readTimeline } from "../../../functions/timeline/read-timeline.ts";
import { productTables } from "../../support/product-tables.ts";

productTables();

const SENT = "2026-11-20T09:00:00.000Z";
const BOUNCED = "2026-11-20T09:01:00.000Z";
const LIFTED = "2026-11-21T09:00:00.000Z";
const LATER = "2026-11-22T09:00:00.000Z";
let people = 0;

async function mailed() {
  const id = `con_0000000000${people++}`;
  const email = `${id}@example.com`;
  await commit(newContactWrites({ id, email, locale: "en", createdAt: SENT, consent: { marketing: true, at: SENT } }));
  const bounce = async (occurrence: string, at: string): Promise<MailOutcome> => {
    const message = queueMessage(
      { kind: "marketing", contactId: id, template: "welcome", occurrence, cause: {} },
      SENT,
    );
    await commit([message]);
    return {
      messageId: String(message.put.id),
      contactId: id,
      kind: "bounced",
      hard: true,
      at,
      providerId: "s",
      facts: { bouncedAt: at },
    };
  };
  const told = async () => (await readTimeline(id, 100)).entries.filter(({ kind }) => kind === "event").length;
  return { id, email, bounce, told };
}

const lift = (email: string) =>
  liftSuppression({ email, isConfirmed: true, at: LIFTED }, () => ({ put: { pk: "audit", sk: email } }));

describe("a hard bounce", () => {
  it("suppresses the address and tells the contact's timeline, once however often it is reported", async () => {
    const { email, bounce, told } = await mailed();
    const report = await bounce("1", BOUNCED);
    for (let times = 0; times < 3; times++) await recordOutcome(report);
    expect(await readSuppression(email)).toMatchObject({ reason: "hard-bounce", at: BOUNCED });
    expect(await told()).toBe(1);
  });

  it("reported again after a person lifted the suppression does not bring it back", async () => {
    const { email, bounce, told } = await mailed();
    const report = await bounce("1", BOUNCED);
    await recordOutcome(report);
    expect(await lift(email)).toEqual({ ok: true });
    await recordOutcome(report);
    expect(await readSuppression(email)).toBeUndefined();
    expect(await told()).toBe(2);
  });

  it("of a mail that went out after the lifting suppresses the address again", async () => {
    const { email, bounce, told } = await mailed();
    await recordOutcome(await bounce("1", BOUNCED));
    await lift(email);
    await recordOutcome(await bounce("2", LATER));
    expect(await readSuppression(email)).toMatchObject({ reason: "hard-bounce", at: LATER });
    expect(await told()).toBe(3);
  });

  it("takes the place of a person's decision, which is lifted more lightly", async () => {
    const { email, bounce } = await mailed();
    expect(
      await suppressAddress(email, { reason: "manual", at: SENT, note: "asked by telephone" }, SENT, []),
    ).toMatchObject({ ok: true });
    await recordOutcome(await bounce("1", BOUNCED));
    expect(await readSuppression(email)).toMatchObject({ reason: "hard-bounce" });
    expect(await readSuppression(email)).not.toHaveProperty("note");
  });
});
