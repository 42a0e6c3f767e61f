import { expect, it } from "vitest";
import { readReport } from "../../../../functions/activity/rules/read-report.ts";

const read = (event: string, properties?: Record<string, unknown>) =>
  readReport({ event, ...(properties ? { properties } : {}) });

it("a report is told apart by its event's name, and any other name is the shop's own", () => {
  expect(read("Order Completed", { order_id: "1", total: 5, currency: "EUR" })).toMatchObject({
    of: "order",
    orderId: "1",
  });
  expect(read("Order Refunded", { order_id: "1" })).toMatchObject({ of: "refund" });
  expect(read("Product Reviewed", { product_id: "p", review_id: "r" })).toMatchObject({ of: "review" });
  expect(read("Trial Used")).toMatchObject({ of: "trial-used", offer: undefined });
  for (const name of ["Lesson Watched", "order completed", "__proto__", "constructor", "toString"]) {
    expect(read(name)).toEqual({ ok: true, of: "custom" });
  }
});

it.each([
  ["Order Completed", {}],
  ["Order Completed", { order_id: "", total: 5, currency: "EUR" }],
  ["Order Completed", { order_id: "1", total: 5, currency: "EURO" }],
  ["Order Refunded", { order_id: 5 }],
  ["Product Reviewed", { product_id: "p" }],
  ["Product Reviewed", { product_id: "p", review_id: "r", rating: 1e300 }],
  ["Trial Used", { offer: "x".repeat(2000) }],
  ["Trial Used", { offer: ["free-lessons"] }],
  ["Lesson Watched", { "": 1 }],
])("%s with %j cannot be read", (event, properties) => {
  expect(read(event, properties)).toEqual({ ok: false, reason: "properties-invalid" });
});
