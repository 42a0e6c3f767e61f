import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Adjustment, adjustPoints } from "../../../functions/points/adjust-points.ts";
import { entriesOf, provenBalance } from "./support/books-of.ts";
import { type LocalTables, localTables } from "./support/local-tables.ts";

let tables: LocalTables;
beforeAll(async () => {
  tables = await localTables();
});
afterAll(() => tables.close());

const now = "2026-03-03T10:00:00.000Z";
let people = 0;

function adjustment(points: number, change: Partial<Adjustment> = {}): Adjustment {
  const contactId = change.contactId ?? `con_${++people}`;
  tables.put({ pk: contactId, sk: "contact" });
  return {
    contactId,
    points,
    reason: "sorry for the wait",
    person: "care@example.com",
    requestId: `r-${contactId}`,
    ...change,
  };
}

describe("an adjustment by hand", () => {
  it("gives points at once, in an entry that names the person and the reason", async () => {
    const gift = adjustment(40);
    expect(await adjustPoints(gift, now)).toMatchObject({ ok: true, repeated: false });
    expect(await provenBalance(tables, gift.contactId)).toEqual({ pending: 0, available: 40, debt: 0 });
    expect(entriesOf(tables, gift.contactId)).toMatchObject([
      { kind: "adjust", points: 40, decidedBy: { person: "care@example.com", reason: "sorry for the wait" } },
    ]);
  });

  it("under the same request id happens once, also at once and days later", async () => {
    const gift = adjustment(40);
    const answers = await Promise.all([adjustPoints(gift, now), adjustPoints(gift, now), adjustPoints(gift, now)]);
    const later = await adjustPoints(gift, "2026-03-09T10:00:00.000Z");
    expect(later).toMatchObject({ ok: true, repeated: true });
    expect(new Set(answers.map((each) => each.ok && each.entryId)).size).toBe(1);
    expect((await provenBalance(tables, gift.contactId)).available).toBe(40);
  });

  it.each([
    ["another amount", { points: 41 }],
    ["another reason", { reason: "because" }],
    ["another member", { contactId: "con_other" }],
  ])("under the same request id for %s is a conflict", async (_, change) => {
    const gift = adjustment(40);
    tables.put({ pk: "con_other", sk: "contact" });
    await adjustPoints(gift, now);
    expect(await adjustPoints({ ...gift, ...change }, now)).toEqual({ ok: false, reason: "conflict" });
  });

  it("never takes more than can be spent", async () => {
    const gift = adjustment(40);
    await adjustPoints(gift, now);
    const take = { ...gift, points: -41, requestId: `take ${gift.contactId}` };
    expect(await adjustPoints(take, now)).toEqual({ ok: false, reason: "insufficient-points" });
    expect(await adjustPoints({ ...take, points: -40 }, now)).toMatchObject({ ok: true });
    expect((await provenBalance(tables, gift.contactId)).available).toBe(0);
  });

  it("takes once when two hands reach for the same points", async () => {
    const gift = adjustment(40);
    await adjustPoints(gift, now);
    const takes = ["a", "b", "c", "d"].map((id) =>
      adjustPoints({ ...gift, points: -30, requestId: `${id} ${gift.contactId}` }, now),
    );
    const answers = await Promise.all(takes);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await provenBalance(tables, gift.contactId)).available).toBe(10);
  });

  it.each([0, 1.5, Number.NaN, 1e9 + 1, 2 ** 53, -(2 ** 53)])("of %d points is refused", async (points) => {
    expect(await adjustPoints(adjustment(points), now)).toEqual({ ok: false, reason: "bad-points" });
  });

  it("for nobody we know is refused and opens no books", async () => {
    const stranger = { ...adjustment(40), contactId: "con_stranger" };
    expect(await adjustPoints(stranger, now)).toEqual({ ok: false, reason: "unknown-contact" });
    expect(tables.rows("Main").some(({ pk }) => pk === "con_stranger")).toBe(false);
  });
});
