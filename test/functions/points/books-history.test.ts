import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { adjustPoints } from "../../../functions/points/adjust-points.ts";
import { advanceLot } from "../../../functions/points/advance-lot.ts";
import { earnPoints } from "../../../functions/points/earn-points.ts";
import { reverseOrder } from "../../../functions/points/reverse-order.ts";
import { propertyOptions } from "../../support/property-options.ts";
import { dueOf, entriesOf, provenBalance } from "./support/books-of.ts";
import { purchase, refund } from "./support/events.ts";
import { type LocalTables, localTables } from "./support/local-tables.ts";
import { day } from "./support/pure-member.ts";
import { type Command, command, type Delivery, Reference } from "./support/reference-books.ts";
import { starterRules } from "./support/starter-rules.ts";

let tables: LocalTables;
beforeAll(async () => {
  tables = await localTables();
});
afterAll(() => tables.close());

/** How a delivery comes about: once, twice at once, or cut off at a call and then once more. */
type Manner = { twice: boolean } | { crashAt: number; lost: "call" | "answer" };
const manner: fc.Arbitrary<Manner> = fc.oneof(
  fc.record({ twice: fc.boolean() }),
  fc.record({ crashAt: fc.integer({ min: 1, max: 6 }), lost: fc.constantFrom("call" as const, "answer" as const) }),
);

let people = 0;

/** One member's history on real tables, beside the reference. */
class LivedHistory {
  contactId = `con_${++people}`;
  reference = new Reference();
  delivered: Delivery[] = [];
  today = 0;

  constructor() {
    tables.put({ pk: this.contactId, sk: "contact" });
  }

  async live(step: Command, how: Manner): Promise<void> {
    if (step.do === "wait") await this.wait(step.days, how);
    else if (step.do === "spend") await this.spend(step.percent, how);
    else if (step.do === "repeat") await this.deliver(this.delivered.at(-1 - step.back), how);
    else await this.deliver({ ...step, on: this.today, id: `request-${this.delivered.length}` }, how);
    expect(await provenBalance(tables, this.contactId)).toEqual(this.reference.balance());
  }

  private async wait(days: number, how: Manner): Promise<void> {
    this.today += days;
    const now = day(this.today);
    const due = dueOf(tables, this.contactId, "lot#").filter(({ dueAt }) => dueAt <= now);
    for (const lot of due) await inManner(how, () => advanceLot(lot, now));
    this.reference.wait(this.today);
  }

  private async spend(percent: number, how: Manner): Promise<void> {
    const points = -Math.ceil((this.reference.balance().available * percent) / 100);
    const id = `request-${this.delivered.length}`;
    if (points < 0) await this.deliver({ do: "adjust", points, on: this.today, id }, how);
  }

  private async deliver(delivery: Delivery | undefined, how: Manner): Promise<void> {
    if (!delivery) return;
    this.delivered.push(delivery);
    await inManner(how, () => this.verbFor(delivery));
    this.reference.deliver(delivery);
  }

  private verbFor(delivery: Delivery): Promise<unknown> {
    const { contactId } = this;
    const about = { contactId, at: day(delivery.on) };
    const now = day(this.today);
    if (delivery.do === "purchase") {
      const event = purchase(`o-${delivery.order}`, delivery.totalMinor, about);
      return earnPoints({ event, rules: starterRules, multiplierPercent: delivery.percent, zone: "UTC" }, now);
    }
    if (delivery.do === "refund") {
      const { order, number, amountMinor } = delivery;
      return reverseOrder(refund(`o-${order}`, `r-${order}-${number}`, amountMinor, about), now);
    }
    const request = { reason: "by hand", person: "care@example.com", requestId: `${contactId} ${delivery.id}` };
    return adjustPoints({ contactId, points: delivery.points, ...request }, now);
  }
}

async function inManner(how: Manner, verb: () => Promise<unknown>): Promise<void> {
  if ("crashAt" in how) {
    tables.crashAt(how.crashAt, how.lost);
    await verb().catch(() => undefined);
    tables.heal();
  }
  await Promise.all("twice" in how && how.twice ? [verb(), verb()] : [verb()]);
}

it("on real tables the books agree with the reference through doubles, disorder and crashes", async () => {
  let entries = 0;
  const steps = fc.array(fc.tuple(command, manner), { minLength: 8, maxLength: 20, size: "max" });
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const lived = new LivedHistory();
      for (const [step, how] of history) await lived.live(step, how);
      entries += entriesOf(tables, lived.contactId).length;
    }),
    { ...propertyOptions("books on real tables", 15), endOnFailure: true },
  );
  expect(entries).toBeGreaterThan(30);
}, 120_000);
