import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Message } from "../../../../functions/mail/rules/message.ts";
import { standingOf } from "../../../../functions/mail/rules/message-standing.ts";
import { addOutcome, type MailOutcome, type OutcomeFacts } from "../../../../functions/mail/rules/outcome-facts.ts";
import type { DifferenceKind } from "../../../../functions/reconciliation/rules/compare-message.ts";
import { addMessages, EMPTY_DAY, MOST_DIFFERENCES } from "../../../../functions/reconciliation/rules/day-count.ts";
import { propertyOptions } from "../../../support/property-options.ts";

const AT = "2026-11-26T09:00:00.000Z";
const KINDS = ["submitted", "delivered", "bounced", "complained", "rejected"] as const;

/** What SES did with one copy that it accepted, and in which order it tells of that. */
const reportsOfCopy = fc.shuffledSubarray([...KINDS], { minLength: 1 });

/** One mail's history as a provider and a sender live it: each handing over is answered, or its answer is lost. */
const history = fc.record({
  kind: fc.constantFrom("marketing", "transactional"),
  handings: fc.array(fc.constantFrom("accepted", "refused", "lost-accepted", "lost-nothing"), {
    minLength: 1,
    maxLength: 2,
  }),
  before: fc.constantFrom("sent", "sent", "sent", "skipped", "waiting"),
  decided: fc.option(fc.constantFrom("arrived", "not-sent", "once-more"), { nil: undefined }),
  reports: reportsOfCopy,
  plant: fc.option(
    fc.constantFrom("lost-events", "alien-copy", "unsettled", "lost-settle", "wrongly-failed", "wrongly-skipped"),
    { nil: undefined },
  ),
});
type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never;

interface Lived {
  message: Message;
  facts: OutcomeFacts | undefined;
  expected: DifferenceKind[];
}

/** Lives a history by the house's rules, then plants what is to be found, and says what that is. */
function live({ kind, handings, before, decided, reports, plant }: History, at: number): Lived {
  const blank: Message = {
    ...{ id: `msg_${at}`, contactId: `con_${at}`, kind, template: "welcome", variables: {}, cause: {} },
    ...{ queuedAt: AT, state: "queued", attempt: 0 },
  };
  if (before === "waiting") return { message: blank, facts: undefined, expected: [] };
  if (before === "skipped")
    return { message: { ...blank, state: "skipped", skipReason: "stopped" }, facts: undefined, expected: [] };
  const { message, copies } = handedOver(blank, handings);
  const told = copies.flatMap((providerId) => reports.map((each) => outcome(message, each, providerId)));
  return planted(settledBy(message, told, decided), told, plant);
}

/** Marketing is handed over once; a transactional mail once more when its answer was lost. */
function handedOver(blank: Message, handings: History["handings"]): { message: Message; copies: string[] } {
  const copies: string[] = [];
  let message = blank;
  for (const [attempt, answer] of handings.entries()) {
    if (attempt > 0 && (blank.kind === "marketing" || message.state !== "unknown")) break;
    const providerId = `ses-${blank.id}-${attempt}`;
    if (answer === "accepted" || answer === "lost-accepted") copies.push(providerId);
    message = { ...blank, ...answered(answer, providerId) };
  }
  return { message, copies };
}

function answered(answer: History["handings"][number], providerId: string): Partial<Message> {
  if (answer === "accepted") return { state: "submitted", providerId };
  return answer === "refused" ? { state: "failed", failure: "MessageRejected" } : { state: "unknown" };
}

function settledBy(message: Message, told: MailOutcome[], decided: History["decided"]): Message {
  if (message.state !== "unknown") return message;
  const facts = factsOf(told);
  if (facts) return standingOf(message, facts);
  if (decided === "arrived") return { ...message, state: "submitted", decided };
  return decided ? { ...message, state: "skipped", skipReason: "given-up", decided } : message;
}

/** Breaks something, where there is something to break, and tells what the report must say. */
function planted(message: Message, told: MailOutcome[], plant: History["plant"]): Lived {
  const facts = factsOf(told);
  const found = plant && PLANTS[plant]({ message, told, facts });
  // A mail that was refused at its second handing over, whose first copy went out, is a difference of its own accord.
  return found ?? { message, facts, expected: honestDifferences(message, facts) };
}

interface Honest {
  message: Message;
  told: MailOutcome[];
  facts: OutcomeFacts | undefined;
}

/** What can be broken, and what must be found then; undefined where there is nothing of that kind to break. */
const PLANTS: Record<NonNullable<History["plant"]>, (honest: Honest) => Lived | undefined> = {
  "lost-events": ({ message }) =>
    wasAnswered(message) ? { message, facts: undefined, expected: ["silent"] } : undefined,
  "alien-copy": ({ message, told }) => {
    if (!wasAnswered(message)) return undefined;
    const aliens = ["x", "y"].map((end) => outcome(message, "delivered", `alien-${end}`));
    return { message, facts: factsOf([...told, ...aliens]), expected: ["duplicate"] };
  },
  unsettled: (honest) => as(honest, "unknown", "told-though-unknown", honest.facts !== undefined),
  "lost-settle": (honest) => as(honest, "queued", "sent-though-waiting", honest.facts !== undefined),
  "wrongly-failed": (honest) => as(honest, "failed", "sent-though-failed", wentOut(honest)),
  "wrongly-skipped": (honest) =>
    as(honest, "skipped", "sent-though-skipped", wentOut(honest) && !honest.message.decided),
};

function as({ message, facts }: Honest, state: Message["state"], kind: DifferenceKind, isPossible: boolean) {
  return isPossible ? { message: { ...message, state }, facts, expected: [kind] } : undefined;
}

function wasAnswered({ state, providerId, decided }: Message): boolean {
  return providerId !== undefined && state !== "failed" && !decided;
}

function wentOut({ facts }: Honest): boolean {
  return facts !== undefined && facts.rejectedAt === undefined;
}

function honestDifferences(message: Message, facts: OutcomeFacts | undefined): DifferenceKind[] {
  const refusedLater = message.state === "failed" && message.failure === "MessageRejected" && facts !== undefined;
  const isRejectedOnly = facts !== undefined && facts.rejectedAt !== undefined && !beyondRejection(facts);
  return refusedLater && !isRejectedOnly ? ["sent-though-failed"] : [];
}

function beyondRejection({ deliveredAt, bouncedAt, complainedAt }: OutcomeFacts): boolean {
  return (deliveredAt ?? bouncedAt ?? complainedAt) !== undefined;
}

function outcome(message: Message, kind: (typeof KINDS)[number], providerId: string): MailOutcome {
  const because = kind === "rejected" ? { rejectedBecause: "virus" } : {};
  const facts = { [`${kind}At`]: AT, ...because };
  return { messageId: message.id, contactId: message.contactId, providerId, kind, at: AT, facts };
}

function factsOf(told: MailOutcome[]): OutcomeFacts | undefined {
  return told.reduce<OutcomeFacts | undefined>((facts, each) => addOutcome(facts, each), undefined);
}

function compared(all: Lived[]) {
  const facts = new Map(all.map(({ message, facts }) => [message.id, facts]));
  return addMessages(
    EMPTY_DAY,
    all.map(({ message }) => message),
    (id) => facts.get(id),
  );
}

const day = fc.array(history, { maxLength: 40 }).map((all) => all.map(live));

describe("a day's comparison", () => {
  it("lists exactly the differences that were planted in a random day, and no other", () => {
    let planted = 0;
    fc.assert(
      fc.property(day, (all) => {
        const expected = all.flatMap(({ message, expected }) => expected.map((kind) => `${message.id} ${kind}`));
        const { differences, found } = compared(all);
        expect(differences.map(({ messageId, kind }) => `${messageId} ${kind}`).sort()).toEqual(expected.sort());
        expect(found).toBe(expected.length);
        planted += expected.length;
      }),
      propertyOptions("books and events of random days", 2000),
    );
    expect(planted).toBeGreaterThan(100);
  });

  it("accounts for every mail: where we hold it, and what SES said of what we handed over", () => {
    fc.assert(
      fc.property(day, (all) => {
        const { marketing, transactional } = compared(all).lanes;
        expect(marketing.intended + transactional.intended).toBe(all.length);
        for (const tally of [marketing, transactional]) {
          const { intended, submitted, failed, unknown, waiting, skipped } = tally;
          const skips = Object.values(skipped).reduce((sum, each) => sum + each, 0);
          expect(submitted + failed + unknown + waiting + skips).toBe(intended);
          const { delivered, bounced, complained, rejected, accepted, silent, byHand } = tally;
          expect(delivered + bounced + complained + rejected + accepted + silent + byHand).toBe(submitted);
        }
      }),
      propertyOptions("sums of random days", 500),
    );
  });

  it("is the same whether its mails are read at once or page by page", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 7 }), (all, size) => {
        let count = EMPTY_DAY;
        const facts = new Map(all.map(({ message, facts }) => [message.id, facts]));
        for (let at = 0; at < all.length; at += size) {
          const page = all.slice(at, at + size).map(({ message }) => message);
          count = addMessages(count, page, (id) => facts.get(id));
        }
        expect(count).toEqual(compared(all));
      }),
      propertyOptions("days in pages", 300),
    );
  });

  it("counts every difference and keeps what the first ones are", () => {
    const silent = Array.from({ length: MOST_DIFFERENCES + 30 }, (_, at) => {
      const { message } = live(
        { kind: "marketing", handings: ["accepted"], before: "sent", reports: ["submitted"] } as unknown as History,
        at,
      );
      return { message, facts: undefined, expected: [] };
    });
    const { found, differences } = compared(silent);
    expect([found, differences.length]).toEqual([MOST_DIFFERENCES + 30, MOST_DIFFERENCES]);
  });
});
