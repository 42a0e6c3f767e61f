import { describe, expect, it } from "vitest";
import { orderAmounts, refundAmount } from "../../../../functions/activity/rules/order-amounts.ts";

const line = (price: number | string, quantity = 1) => ({ product_id: "a1", price, quantity });

describe("the amounts of an order", () => {
  it("are read in the smallest unit of its currency", () => {
    expect(orderAmounts({ order_id: "1", total: "19.90", currency: "eur", products: [line(9.95, 2)] })).toEqual({
      ok: true,
      totalMinor: 1990,
      currency: "EUR",
      products: [{ productId: "a1", priceMinor: 995, quantity: 2 }],
    });
    expect(orderAmounts({ order_id: "1", total: 500, currency: "JPY" })).toMatchObject({ totalMinor: 500 });
    expect(orderAmounts({ order_id: "1", total: 1.234, currency: "KWD" })).toMatchObject({ totalMinor: 1234 });
  });

  it.each([
    { total: 1.999, currency: "EUR" },
    { total: 1.5, currency: "JPY" },
    { total: 1, currency: "XYZ" },
    { total: -1, currency: "EUR" },
    { total: 1, currency: "EUR", products: [line(-1)] },
    { total: 1, currency: "EUR", products: [line(999_999_999_999.99, 100_000)] },
    { total: 1, currency: "EUR", products: Array.from({ length: 500 }, () => line(999_999_999_999, 1000)) },
  ])("are refused when they are none, or cannot be counted exactly: %j", (said) => {
    expect(orderAmounts({ order_id: "1", ...said })).toEqual({ ok: false, reason: "amount-invalid" });
  });
});

describe("what a refund gives back", () => {
  const order = {
    totalMinor: 5000,
    refundedMinor: 1000,
    currency: "EUR",
    products: [{ productId: "a1", priceMinor: 995, quantity: 2 }],
  };
  const refund = (said: object) => refundAmount({ order_id: "1", ...said }, order);

  it("is its total, its lines at the order's prices, or all that is left", () => {
    expect(refund({ total: 10 })).toBe(1000);
    expect(refund({ products: [{ product_id: "a1", quantity: 2 }] })).toBe(1990);
    expect(refund({})).toBe(4000);
  });

  it("is nothing that could be counted in another currency, for unknown products or beyond exact numbers", () => {
    expect(refund({ total: 10, currency: "USD" })).toBeUndefined();
    expect(refund({ products: [{ product_id: "b2" }] })).toBeUndefined();
    expect(refund({ products: [line(999_999_999_999.99, 100_000)] })).toBeUndefined();
  });
});
