import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ListedRow } from "../../../functions/contacts/rules/listed-suppression.ts";
import { newContactWrites } from "../../../functions/contacts/store.ts";
import { liftingWrite, readSuppression, suppressionWrite } from "../../../functions/contacts/suppression-store.ts";
import { beginImport } from "../../../functions/imports/begin-import.ts";
import { checkRows } from "../../../functions/imports/check-rows.ts";
import { takeRows } from "../../../functions/imports/take-rows.ts";
import { commit } from "../../../functions/platform/commit.ts";
import { queryAll } from "../../../functions/platform/dynamo.ts";
import { productTables } from "../../support/product-tables.ts";
import { propertyOptions } from "../../support/property-options.ts";

productTables();

const NOW = "2026-11-28T09:00:00.000Z";
const LATER = "2026-11-28T10:00:00.000Z";
const BY = "care@example.com";
let lists = 0;

const begin = (rows: number, otherwise: "manual" | "hard-bounce" = "hard-bounce") => {
  const id = String(++lists).padStart(32, "0");
  return beginImport({ id, fileName: "cleaned.csv", rows, otherwise }, BY, NOW);
};
const named = (name: string, count: number): ListedRow[] =>
  Array.from({ length: count }, (_, at) => ({ email: `${name}${at}@example.com` }));
const audited = async (id: string) =>
  (await queryAll({ pk: "audit#2026-11", consistent: true })).filter(({ subject }) => subject === `import#${id}`);

describe("the import of a suppression list", () => {
  it("suppresses every address, and counts new, graver, kept and refused rows", async () => {
    await commit([suppressionWrite("kept@example.com", { reason: "complaint", at: "2026-11-01T09:00:00.000Z" })]);
    await commit([suppressionWrite("asked@example.com", { reason: "manual", at: "2026-11-01T09:00:00.000Z" })]);
    const rows = ["New@example.com ", "asked@example.com", "kept@example.com", "no address", "new@example.com"].map(
      (email) => ({ email }),
    );
    const { id } = await begin(rows.length);
    const checked = await checkRows(rows, { otherwise: "hard-bounce", importedAt: NOW, by: BY });
    expect(checked).toEqual({ verdicts: ["new", "graver", "kept", "refused", "kept"], datesUnread: 0 });
    expect(await readSuppression("new@example.com")).toBeUndefined();
    const done = await takeRows({ id, from: 0, rows }, LATER);
    expect(done).toMatchObject({ next: 5, counts: { new: 1, graver: 1, kept: 2, refused: 1 }, finishedAt: LATER });
    expect(await readSuppression("new@example.com")).toMatchObject({ reason: "hard-bounce", at: NOW, by: BY });
    expect(await readSuppression("asked@example.com")).toMatchObject({ reason: "hard-bounce" });
    expect(await readSuppression("kept@example.com")).toMatchObject({ reason: "complaint" });
  });

  it("takes more rows than a transaction holds, and leaves one audit row at its begin and one at its end", async () => {
    const rows = named("many", 200);
    const { id } = await begin(rows.length);
    expect(await takeRows({ id, from: 0, rows }, NOW)).toMatchObject({ next: 200, counts: { new: 200 } });
    await takeRows({ id, from: 0, rows }, LATER);
    const acts = (await audited(id)).map(({ act, after }) => [String(act), after] as const);
    expect(acts.toSorted(([one], [other]) => one.localeCompare(other))).toEqual([
      ["suppression.import", { fileName: "cleaned.csv", rows: 200, otherwise: "hard-bounce" }],
      ["suppression.imported", { new: 200, graver: 0, kept: 0, refused: 0 }],
    ]);
  });

  it("tells the timeline of who has such an address, once, and writes to nobody", async () => {
    const contact = { id: "con_0000000000ana", email: "ana@example.com", locale: "en", createdAt: NOW } as const;
    await commit(newContactWrites({ ...contact, consent: { marketing: true, at: NOW } }));
    const { id } = await begin(1);
    for (let times = 0; times < 2; times++) await takeRows({ id, from: 0, rows: [{ email: contact.email }] }, NOW);
    const rows = await queryAll({ pk: contact.id, consistent: true });
    expect(rows.filter(({ sk }) => sk !== "contact")).toMatchObject([{ type: "contact.suppressed" }]);
  });

  it("does not bring back what a person lifted after the list was made", async () => {
    const kept = { reason: "hard-bounce", at: "2024-01-01T00:00:00.000Z" } as const;
    await commit([suppressionWrite("back@example.com", kept)]);
    await commit([liftingWrite("back@example.com", kept, "2026-10-01T09:00:00.000Z")]);
    const { id } = await begin(1);
    await takeRows({ id, from: 0, rows: [{ email: "back@example.com", at: "2024-01-01" }] }, NOW);
    expect(await readSuppression("back@example.com")).toBeUndefined();
  });

  it("takes nothing for an import that nobody began, or from a row whose turn has not come", async () => {
    expect(await takeRows({ id: "f".repeat(32), from: 0, rows: named("none", 1) }, NOW)).toBeUndefined();
    const { id } = await begin(10);
    expect(await takeRows({ id, from: 5, rows: named("early", 5) }, NOW)).toMatchObject({ next: 0 });
    expect(await readSuppression("early0@example.com")).toBeUndefined();
  });

  it("takes no row beyond the end of its list", async () => {
    const { id } = await begin(1);
    expect(await takeRows({ id, from: 0, rows: named("beyond", 3) }, NOW)).toMatchObject({ next: 1 });
    expect(await readSuppression("beyond1@example.com")).toBeUndefined();
  });

  it("ends alike however often, in what pieces and from how many windows its rows are sent", async () => {
    const piece = fc.tuple(fc.nat(59), fc.integer({ min: 1, max: 30 }));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
        const rows = named(`again${lists}x`, 60);
        const { id } = await begin(rows.length, "manual");
        const send = (from: number, count: number) => takeRows({ id, from, rows: rows.slice(from, from + count) }, NOW);
        await Promise.all(pieces.map(([from, count]) => send(from, count)));
        for (const from of [0, 20, 40]) await send(from, 20);
        expect(await send(0, 60)).toMatchObject({ next: 60, counts: { new: 60, graver: 0, kept: 0, refused: 0 } });
        expect((await audited(id)).length).toBe(2);
      }),
      propertyOptions("import in pieces", 12),
    );
  });
});
