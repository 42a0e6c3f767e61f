import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Receipt, ReceiptFacts } from "../../../../functions/contacts/rules/receipt.ts";
import { brokenLink, headOf, linkOf, nextReceipts } from "../../../../functions/contacts/rules/receipt-chain.ts";

const shown = { form: "/trials", locale: "en", text: "en#2026-11", textHash: "ab12" };
const facts: ReceiptFacts[] = [
  { ...shown, at: "2026-11-02T09:00:00.000Z", act: "requested", method: "form" },
  { ...shown, at: "2026-11-02T09:20:00.000Z", act: "given", method: "confirm-link", form: "/confirm" },
  {
    at: "2026-11-03T09:00:00.000Z",
    act: "chosen",
    method: "preferences",
    form: "/preferences",
    locale: "zh-CN",
    mutedTopics: ["offers"],
    pace: "weekly",
    pausedUntil: "2026-12-03T09:00:00.000Z",
  },
  { at: "2026-11-04T09:00:00.000Z", act: "stopped", method: "one-click", form: "/unsubscribe" },
];
const ANA = "con_ana";
const chain = nextReceipts(ANA, headOf({}), facts);
const last = chain.at(-1);
const head = { receipts: chain.length, lastReceipt: last?.hash ?? "" };

describe("a chain of receipts", () => {
  it("holds as it was written, in one piece or appended one by one", () => {
    expect(brokenLink(ANA, chain, head)).toBeUndefined();
    let appended: Receipt[] = [];
    for (const each of facts) {
      const end = appended.at(-1);
      const before = headOf(end ? { receipts: end.number, lastReceipt: end.hash } : {});
      appended = [...appended, ...nextReceipts(ANA, before, [each])];
    }
    expect(appended).toEqual(chain);
  });

  it("of nobody's receipts holds too", () => {
    expect(brokenLink(ANA, [], headOf({}))).toBeUndefined();
  });

  it("of somebody erased holds by its links alone, and breaks where one is missing, moved or says more", () => {
    const links = chain.map(linkOf);
    expect(JSON.stringify(links)).not.toContain("preferences");
    expect(brokenLink(ANA, links, head, true)).toBeUndefined();
    expect(brokenLink(ANA, links.toSpliced(1, 1), head, true)).toEqual({ number: 2, fault: "missing" });
    expect(brokenLink(ANA, links.slice(0, -1), head, true)).toEqual({ number: 4, fault: "missing" });
    const other = links.with(1, { ...links[1], previous: "ab12" } as (typeof links)[number]);
    expect(brokenLink(ANA, other, head, true)).toEqual({ number: 2, fault: "unlinked" });
    expect(brokenLink(ANA, chain, head, true)).toEqual({ number: 1, fault: "changed" });
    expect(brokenLink(ANA, links, head)).toEqual({ number: 1, fault: "changed" });
  });

  it("breaks at the receipt of which any field was changed, added or taken away", () => {
    const places = chain.flatMap((receipt, at) => Object.keys(receipt).map((name) => ({ at, name })));
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), ({ at, name }, value) => {
        const receipt = chain[at] as unknown as Record<string, unknown>;
        fc.pre(JSON.stringify(receipt[name]) !== JSON.stringify(value));
        const forged = chain.with(at, { ...receipt, [name]: value } as unknown as Receipt);
        const broken = brokenLink(ANA, forged, head);
        expect(broken).toBeDefined();
        expect([at + 1, at + 2]).toContain(broken?.number);
        const { [name]: _, ...less } = receipt;
        expect(brokenLink(ANA, chain.with(at, less as unknown as Receipt), head)).toBeDefined();
        const more = { ...receipt, [`${name}2`]: value } as unknown as Receipt;
        expect(brokenLink(ANA, chain.with(at, more), head)).toEqual({ number: at + 1, fault: "changed" });
      }),
      { numRuns: 500 },
    );
  });

  it("breaks where a receipt is missing, at the beginning, inside and at the end", () => {
    for (const at of chain.keys()) {
      expect(brokenLink(ANA, chain.toSpliced(at, 1), head)).toEqual({ number: at + 1, fault: "missing" });
    }
  });

  it("breaks where receipts change places, are repeated, or are somebody else's", () => {
    const [one, two, three, four] = chain as [Receipt, Receipt, Receipt, Receipt];
    expect(brokenLink(ANA, [two, one, three, four], head)?.number).toBe(1);
    expect(brokenLink(ANA, [one, one, two, three, four], head)).toEqual({ number: 2, fault: "unlinked" });
    expect(brokenLink("con_bo", chain, head)).toEqual({ number: 1, fault: "of-somebody-else" });
  });

  it("breaks when a receipt was written anew with a hash of its own", () => {
    const end = chain[1];
    const forged = nextReceipts(ANA, { receipts: 2, lastReceipt: end?.hash ?? "" }, [
      { at: "2026-11-03T09:00:00.000Z", act: "given", method: "preferences" },
    ]);
    expect(brokenLink(ANA, [...chain.slice(0, 2), ...forged, ...chain.slice(3)], head)).toEqual({
      number: 4,
      fault: "unlinked",
    });
  });

  it("that was written anew as a whole does not end where the contact says", () => {
    const forged = nextReceipts(ANA, headOf({}), facts.slice(0, 3).concat([{ ...facts[1] } as ReceiptFacts]));
    expect(brokenLink(ANA, forged, head)).toEqual({ number: 4, fault: "not-the-end" });
  });
});
