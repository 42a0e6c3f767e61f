import { afterEach, describe, expect, it, vi } from "vitest";
import { queueMessage } from "../../../functions/mail/queue-message.ts";
import { recordOutcome } from "../../../functions/mail/record-outcome.ts";
import type { Message } from "../../../functions/mail/rules/message.ts";
import { settleUnknown } from "../../../functions/mail/settle-unknown.ts";
import { settledItem } from "../../../functions/mail/store.ts";
import { log } from "../../../functions/platform/log.ts";
import { putItems } from "../../../functions/platform/put-items.ts";
import { listDays } from "../../../functions/reconciliation/list-days.ts";
import { reconcileDays } from "../../../functions/reconciliation/reconcile-days.ts";
import { productTables } from "../../support/product-tables.ts";
import { rowsIn } from "../../support/rows-in.ts";
import { accepted, outcomeOf, report, reportOnly, written } from "./support/written-mail.ts";

const tables = productTables();
const ENOUGH = { remainingMs: () => 900_000 };
const told = vi.spyOn(log, "error");

afterEach(() => {
  tables.meet(undefined);
  told.mockClear();
});

/** Each test has a month of its own. */
const at = (month: number, day: number, hour = 9) => new Date(Date.UTC(2027, month, day, hour)).toISOString();
const night = (month: number, day: number) => at(month, day, 3);
const dayOf = async (day: string) => (await listDays()).find((each) => each.day === day.slice(0, 10));
const kindsOn = async (day: string) =>
  ((await dayOf(day)) ?? expect.unreachable()).differences.map(({ kind, messageId }) => `${kind} ${messageId}`).sort();

async function agreed(sentAt: string, kind: "marketing" | "transactional" = "marketing") {
  const message = await written(sentAt, accepted(sentAt), kind);
  await report(message, "submitted", sentAt);
  await report(message, "delivered", sentAt);
  return message;
}

describe("a night's reconciliation", () => {
  it("tells nothing before the first mail", async () => {
    await reconcileDays(night(0, 1), ENOUGH);
    expect(await listDays()).toEqual([]);
  });

  it("finds books that agree, accounts for every mail of the day, and raises no alarm", async () => {
    const day = at(0, 5);
    for (let mails = 0; mails < 3; mails++) await agreed(day);
    await agreed(day, "transactional");
    const bounced = await written(day, accepted(day));
    await report(bounced, "bounced", day);
    await written(day, { state: "skipped", skipReason: "stopped" });
    await written(day, { state: "failed", failure: "MessageRejected" });
    await written(day, { state: "unknown", failure: "ETIMEDOUT" });
    await written(day);
    await reconcileDays(night(0, 6), ENOUGH);
    expect(await dayOf(day), "a day that has just ended is not complete").toBeUndefined();
    await reconcileDays(night(0, 7), ENOUGH);
    expect(await dayOf(day)).toMatchObject({
      comparedAt: night(0, 7),
      found: 0,
      differences: [],
      lanes: {
        marketing: {
          ...{ intended: 8, submitted: 4, failed: 1, unknown: 1, waiting: 1, skipped: { stopped: 1 } },
          ...{ delivered: 3, bounced: 1, silent: 0, accepted: 0, byHand: 0, extraCopies: 0 },
        },
        transactional: { intended: 1, submitted: 1, delivered: 1 },
      },
    });
    expect(told).not.toHaveBeenCalled();
  });

  it("lists exactly what differs, mends none of it, and raises the alarm", async () => {
    const day = at(1, 5);
    await agreed(day);
    const silent = await written(day, accepted(day));
    const waiting = await written(day);
    await reportOnly(waiting, "delivered", day);
    const unknown = await written(day, { state: "unknown", failure: "ETIMEDOUT" });
    await reportOnly(unknown, "submitted", day);
    const skipped = await written(day, { state: "skipped", skipReason: "stopped" });
    await report(skipped, "delivered", day, "ses-skipped");
    const failed = await written(day, { state: "failed", failure: "MessageRejected" });
    await report(failed, "delivered", day, "ses-failed");
    const doubled = await agreed(day);
    await report(doubled, "delivered", day, "ses-second-copy");
    const twoLinks = await agreed(day, "transactional");
    await report(twoLinks, "delivered", day, "ses-second-link");
    const stray = outcomeOf({ ...silent, id: "msg_nobody" }, "delivered", day, "ses-stray");
    await recordOutcome(stray, day);
    const before = rowsIn(tables.engine(), "Main").filter(({ pk }) => pk.startsWith("con_"));
    await reconcileDays(night(1, 7), ENOUGH);
    expect(await kindsOn(day)).toEqual(
      [
        `silent ${silent.id}`,
        `sent-though-waiting ${waiting.id}`,
        `told-though-unknown ${unknown.id}`,
        `sent-though-skipped ${skipped.id}`,
        `sent-though-failed ${failed.id}`,
        `duplicate ${doubled.id}`,
        "stray msg_nobody",
      ].sort(),
    );
    const { lanes, found } = (await dayOf(day)) ?? expect.unreachable();
    expect([found, lanes.marketing.extraCopies, lanes.transactional.extraCopies]).toEqual([7, 1, 1]);
    expect(rowsIn(tables.engine(), "Main").filter(({ pk }) => pk.startsWith("con_"))).toEqual(before);
    expect(told).toHaveBeenCalledWith(expect.any(String), { alarm: "books-differ", day: day.slice(0, 10), found: 7 });
    // What waits for a person is told of again every night until somebody looks at it.
    await reconcileDays(night(1, 8), ENOUGH);
    expect(await kindsOn(at(1, 6))).toEqual([`told-though-unknown ${unknown.id}`]);
    const { contactId, id } = unknown;
    const looked = await settleUnknown({ contactId, id, decision: "not-sent" }, night(1, 8), () => []);
    expect(looked).toEqual({ ok: false, reason: "settled-meanwhile" });
    await reconcileDays(night(1, 9), ENOUGH);
    expect(await kindsOn(at(1, 7))).toEqual([]);
  });

  it("counts a mail that was put off on the day on which it went out, once", async () => {
    const [asked, went] = [at(2, 3), at(2, 9)];
    const message = await written(asked, accepted(went), "marketing", went);
    await report(message, "delivered", went);
    await reconcileDays(night(2, 12), ENOUGH);
    const intended = (await listDays()).map(({ day, lanes }) => [day, lanes.marketing.intended]);
    expect(intended.filter(([, count]) => count !== 0)).toEqual([[went.slice(0, 10), 1]]);
  });

  it("takes a person's word for a mail that SES is silent about, and tells when SES contradicts it", async () => {
    const day = at(3, 5);
    const lost = () => written(day, { state: "unknown", failure: "ETIMEDOUT" });
    const settle = async (decision: "arrived" | "not-sent") => {
      const { contactId, id } = await lost();
      await settleUnknown({ contactId, id, decision }, day, () => []);
      return { contactId, id } as Message;
    };
    await settle("arrived");
    await settle("not-sent");
    const contradicted = await settle("not-sent");
    await report(contradicted, "delivered", day);
    await reconcileDays(night(3, 7), ENOUGH);
    expect(await kindsOn(day)).toEqual([`sent-though-given-up ${contradicted.id}`]);
    expect((await dayOf(day))?.lanes.marketing).toMatchObject({ byHand: 1, silent: 0, skipped: { "given-up": 2 } });
  });

  it("makes up for nights that were missed, each day with a report of its own", async () => {
    await agreed(at(4, 5));
    await agreed(at(4, 9));
    await reconcileDays(night(4, 11), ENOUGH);
    const days = (await listDays()).slice(0, 6).map(({ day, lanes }) => [day.slice(8), lanes.marketing.intended]);
    expect(days).toEqual([
      ["09", 1],
      ["08", 0],
      ["07", 0],
      ["06", 0],
      ["05", 1],
      ["04", 0],
    ]);
  });

  it("changes nothing when it is run again, late, or twice at once", async () => {
    const day = at(5, 5);
    await agreed(day);
    await written(day, accepted(day));
    await Promise.all([1, 2, 3].map(() => reconcileDays(night(5, 7), ENOUGH)));
    const first = await dayOf(day);
    expect(first).toMatchObject({ found: 1, lanes: { marketing: { intended: 2 } } });
    await reconcileDays(at(5, 7, 15), ENOUGH);
    expect(await dayOf(day)).toEqual(first);
  });

  it("is carried on where it stopped when its time was up", async () => {
    const [day, after] = [at(6, 5), at(6, 6)];
    await agreed(day);
    await agreed(after);
    let left = 25_000;
    // Nothing but the days up to the first mail fit into this run.
    const short = { remainingMs: () => (left -= 300) };
    await reconcileDays(night(6, 8), short);
    const early = (await listDays())[0]?.day ?? "";
    expect(early < after.slice(0, 10)).toBe(true);
    await reconcileDays(at(6, 8, 4), ENOUGH);
    expect([(await dayOf(day))?.lanes.marketing.intended, (await dayOf(after))?.lanes.marketing.intended]).toEqual([
      1, 1,
    ]);
  });
});

describe("a day of many mails", () => {
  const MAILS = 4500;
  const day = at(7, 5);

  it("has the same report after a crash before or after any write of its comparison", {
    timeout: 120_000,
  }, async () => {
    await putItems(Array.from({ length: MAILS }, (_, number) => submitted(number)));
    // Everything up to the day before is compared, so that the writes counted are this day's.
    await reconcileDays(night(7, 6), ENOUGH);
    const before = rowsIn(tables.engine(), "Main").find(({ pk, sk }) => pk === "reconciliation" && sk === "progress");
    const writes = await countedWrites(() => reconcileDays(night(7, 7), ENOUGH));
    const clean = await dayOf(day);
    expect(clean).toMatchObject({ found: MAILS, lanes: { marketing: { intended: MAILS, silent: MAILS } } });
    expect(writes).toBe(3);
    for (let write = 1; write <= writes; write++)
      for (const lost of ["call", "answer"] as const) {
        await putItems([before ?? expect.unreachable()]);
        removeReport(day);
        await expect(dyingAt(write, lost, () => reconcileDays(night(7, 7), ENOUGH))).rejects.toThrow();
        await reconcileDays(at(7, 7, 4), ENOUGH);
        expect({ ...(await dayOf(day)), comparedAt: "" }, `write ${write}, ${lost} lost`).toEqual({
          ...clean,
          comparedAt: "",
        });
      }
  });

  function submitted(number: number) {
    const contactId = `con_many${number}`;
    const { put } = queueMessage({ kind: "marketing", contactId, template: "news", occurrence: "1", cause: {} }, day);
    return settledItem(put as unknown as Message, accepted(day, `ses-many-${number}`), day);
  }

  function removeReport(of: string) {
    const Key = { pk: { S: "reconciliation" }, sk: { S: `day#${of.slice(0, 10)}` } };
    tables.engine().execute("DeleteItem", { TableName: "Main", Key });
  }

  const isWrite = (operation: string) => /^(Put|Update|Transact)/.test(operation) && operation !== "TransactGetItems";

  async function countedWrites(work: () => Promise<void>): Promise<number> {
    let count = 0;
    tables.meet((operation, go) => {
      if (isWrite(operation)) count++;
      return go();
    });
    await work();
    tables.meet(undefined);
    return count;
  }

  /** From the nth write on nothing gets through any more; of that write the answer alone is lost, or the call too. */
  async function dyingAt(write: number, lost: "call" | "answer", work: () => Promise<void>): Promise<void> {
    let count = 0;
    tables.meet(async (operation, go, dead) => {
      if (isWrite(operation)) count++;
      if (count < write) return go();
      if (count === write && lost === "answer" && isWrite(operation)) await go();
      return dead;
    });
    await work().finally(() => tables.meet(undefined));
  }
});
