import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { invariantBreaches } from "../support/invariants.ts";
import type { ProductState } from "../support/product-state.ts";
import { codeOf, join, pass, track } from "./support/reach.ts";
import { shuffled } from "./support/shuffled.ts";
import { type StartedProduct, startProduct } from "./support/started-product.ts";

// Every test lives through minutes or days of the product.
vi.setConfig({ testTimeout: 60_000 });

let product: StartedProduct;

beforeAll(async () => {
  product = await startProduct({ inProcess: true });
}, 60_000);
afterAll(() => product.local.stop());

/** What the shop tells of one customer, in the order in which it happened. */
interface Told {
  event: string;
  properties: object;
  messageId: string;
}

function storyOf(who: string): Told[] {
  const order = (number: number, total: string) => ({
    event: "Order Completed",
    messageId: `${who}-order-${number}`,
    properties: { order_id: `${who}-${number}`, total, currency: "EUR" },
  });
  const refund = (order_number: number, total?: string) => ({
    event: "Order Refunded",
    messageId: `${who}-refund-${order_number}`,
    properties: { order_id: `${who}-${order_number}`, refund_id: `${who}-back`, ...(total ? { total } : {}) },
  });
  const review = { product_id: "evening-course", review_id: `${who}-review`, rating: 5, review_body: "Small." };
  return [
    { event: "Trial Used", messageId: `${who}-used`, properties: {} },
    order(1, "189.00"),
    order(2, "15.50"),
    { event: "Product Reviewed", messageId: `${who}-review`, properties: review },
    refund(1, "89.00"),
    refund(2),
  ];
}

/** 189 EUR with 89 given back, 15.50 (too little to count as brought) given back wholly, 50 for the review, 20 for the first lesson, 100 as a friend. */
const EXPECTED = { pending: 200, available: 70, debt: 0 };

function balanceOf({ main }: ProductState, email: string) {
  const contact = main.find((row) => row.sk === "contact" && row.email === email);
  const row = main.find(({ pk, sk }) => pk === contact?.pk && sk === "balance");
  return { pending: Number(row?.pending ?? 0), available: Number(row?.available ?? 0), debt: Number(row?.debt ?? 0) };
}

/** The shop tells in this order; what is refused because its order is not known yet, it tells again at the end. */
async function tell(email: string, told: Told[]): Promise<void> {
  let waiting = told;
  while (waiting.length > 0) {
    const refused: Told[] = [];
    for (const each of waiting) {
      await track(product, each.event, email, each.properties, each.messageId).catch((cause: Error) => {
        if (!cause.message.includes("order-unknown")) throw cause;
        refused.push(each);
      });
    }
    if (refused.length === waiting.length) throw new Error("The shop is refused the same again and again.");
    waiting = refused;
  }
  await product.settle();
}

describe("What the shop reports", () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

  beforeAll(async () => {
    console.info(`orders of shop events: SEED=${seed}`);
    await join(product, "ana@example.com");
  });

  async function friend(who: string): Promise<string> {
    await join(product, `${who}@example.com`, { ref: await codeOf(product, "ana@example.com") });
    return `${who}@example.com`;
  }

  it("counts once although every event comes five times", async () => {
    const email = await friend("bo");
    await tell(
      email,
      storyOf("bo").flatMap((told) => Array<Told>(5).fill(told)),
    );
    expect(balanceOf(await product.state(), email)).toEqual(EXPECTED);
  });

  it("counts once although the same event comes five times at the same moment", async () => {
    const email = await friend("chen");
    for (const { event, properties, messageId } of storyOf("chen")) {
      const calls = Array.from({ length: 5 }, () => track(product, event, email, properties, messageId));
      await Promise.all(calls);
    }
    await product.settle();
    expect(balanceOf(await product.state(), email)).toEqual(EXPECTED);
  });

  it.each([1, 2, 3, 4])("leads to the same balance in another order, with repetitions (%d)", async (number) => {
    const email = await friend(`dana-${number}`);
    const told = storyOf(`dana-${number}`);
    await tell(email, shuffled([...told, ...told, ...told], seed + number));
    expect(balanceOf(await product.state(), email)).toEqual(EXPECTED);
  });

  it("leads to the same books when it is all told again a month later", async () => {
    await pass(product, 31 * 24 * 60);
    const before = await product.state();
    expect(balanceOf(before, "bo@example.com")).toEqual({ pending: 0, available: 270, debt: 0 });
    for (const who of ["bo", "chen"]) await tell(`${who}@example.com`, storyOf(who));
    await pass(product, 60);
    const after = await product.state();
    expect(after.ledger).toEqual(before.ledger);
    expect(after.mails.length).toBe(before.mails.length);
    expect(invariantBreaches(after)).toEqual([]);
  });
});
