import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heldInLots, provedBy } from "../../../../functions/points/rules/proof.ts";
import { propertyOptions } from "../../../support/property-options.ts";
import { purchase, refund } from "../support/events.ts";
import { day, PureMember } from "../support/pure-member.ts";
import { type Command, command, type Delivery, Reference } from "../support/reference-books.ts";

function deliver(member: PureMember, delivery: Delivery): void {
  const at = day(delivery.on);
  if (delivery.do === "purchase")
    member.earn(purchase(`o-${delivery.order}`, delivery.totalMinor, { at }), delivery.percent);
  else if (delivery.do === "refund")
    member.refund(
      refund(`o-${delivery.order}`, `r-${delivery.order}-${delivery.number}`, delivery.amountMinor, { at }),
    );
  else member.adjust(delivery.id, delivery.points, at);
}

function assertSoundBooks(member: PureMember): void {
  const { balance, lots } = member.books;
  const { balance: proved, totals } = provedBy(member.entries);
  // I1: the entries give the balance, and nothing is below zero outside debt.
  assert.deepEqual(proved, balance);
  assert(Math.min(balance.pending, balance.available, balance.debt) >= 0);
  assert(balance.available === 0 || balance.debt === 0);
  assert.deepEqual(heldInLots(lots), { pending: balance.pending, available: balance.available });
  // I2: every entry has an id of its own and a cause.
  assert.equal(new Set(member.entries.map(({ id }) => id)).size, member.entries.length);
  assert(member.entries.every(({ cause }) => cause.length > 0));
  // I3: what was granted is redeemed, lapsed, taken back or outstanding.
  const { earn, adjust, redeem, expire, reverse, outstanding } = totals;
  assert.equal(earn + adjust, outstanding - redeem - expire - reverse);
  assert(lots.every((lot) => lot.reversed <= lot.points));
}

/** One history, lived by the product's rules and by the reference at once. */
class History {
  member = new PureMember();
  reference = new Reference();
  delivered: Delivery[] = [];
  today = 0;
  paidDebt = 0;

  live(step: Command): void {
    const owed = this.member.books.balance.debt;
    if (step.do === "wait") this.wait(step.days);
    else if (step.do === "spend") this.spend(step.percent);
    else if (step.do === "repeat") this.deliver(this.delivered.at(-1 - step.back));
    else this.deliver({ ...step, on: this.today, id: `request-${this.delivered.length}` });
    if (owed > this.member.books.balance.debt) this.paidDebt++;
    assert.deepEqual(this.member.books.balance, this.reference.balance());
    assertSoundBooks(this.member);
  }

  private wait(days: number): void {
    this.today += days;
    this.member.advance(day(this.today));
    this.reference.wait(this.today);
  }

  private spend(percent: number): void {
    const points = -Math.ceil((this.member.books.balance.available * percent) / 100);
    if (points < 0) this.deliver({ do: "adjust", points, on: this.today, id: `request-${this.delivered.length}` });
  }

  private deliver(delivery: Delivery | undefined): void {
    if (!delivery) return;
    this.delivered.push(delivery);
    deliver(this.member, delivery);
    this.reference.deliver(delivery);
  }
}

/** A member to whom everything was delivered, its waits ended before the delivery at `releaseAt` and once more at the end. */
function memberAfter(deliveries: (Delivery | undefined)[], releaseAt: number): PureMember {
  const member = new PureMember();
  for (const [index, each] of deliveries.entries()) {
    if (index === releaseAt) member.advance(day(20));
    if (each) deliver(member, each);
  }
  member.advance(day(20));
  return member;
}

const fact = fc.uniqueArray(
  command.filter((each) => each.do === "purchase" || each.do === "refund"),
  {
    maxLength: 5,
    size: "max",
    selector: (each) => (each.do === "refund" ? `${each.order}/${each.number}` : `${each.do}/${each.order}`),
  },
);

describe("the books of a member", () => {
  it("agree with a simple reference after every step of any history", () => {
    let paidDebt = 0;
    const options = propertyOptions("books of one member", 10_000);
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30, size: "max" }), (steps) => {
        const history = new History();
        for (const step of steps) history.live(step);
        paidDebt += history.paidDebt;
      }),
      options,
    );
    // The histories must reach the rare corner: points that pay a debt left by a refund after spending.
    expect(paidDebt).toBeGreaterThan(options.numRuns / 100);
  }, 120_000);

  it("end up the same in every order of deliveries, each of them up to five times, released before or after", () => {
    const orders = fc.array(fc.nat(4), { minLength: 5, maxLength: 25, size: "max" });
    fc.assert(
      fc.property(fact, orders, fc.nat(25), (events, order, releaseAt) => {
        const deliveries = events.map((event) => ({ ...event, on: 0, id: "" }) as Delivery);
        const straight = memberAfter(deliveries, -1);
        const shuffled = memberAfter(
          [...order, 0, 1, 2, 3, 4].map((at) => deliveries[at]),
          releaseAt,
        );
        assert.deepEqual(shuffled.books.balance, straight.books.balance);
        assertSoundBooks(shuffled);
      }),
      propertyOptions("order of deliveries", 3_000),
    );
  }, 120_000);
});
