import { beforeAll, describe, expect, it } from "vitest";
import { findContact } from "../../../../functions/contacts/store.ts";
import { queryAll } from "../../../../functions/platform/dynamo.ts";
import { edgeTables } from "../../../edge/support/direct-tables.ts";
import { sendJson } from "../../../edge/support/gateway.ts";
import { bearer } from "../../../edge/support/people.ts";

const tables = edgeTables();
let headers: Record<string, string> = {};
beforeAll(async () => {
  headers = { authorization: await bearer() };
});

async function report(path: string, body: unknown) {
  const { statusCode, body: text = "" } = await sendJson("POST", path, body, { headers });
  return { statusCode, told: JSON.parse(text) as Record<string, unknown> };
}
const batch = (items: unknown[]) =>
  report("/v1/batch", { batch: items, writeKey: "k", sentAt: "2026-11-20T10:00:00Z" });
const mail = (name: string) => ({ traits: { email: `${name}@example.com` } });
const order = (id: string, name: string, total: unknown = 39.9) => ({
  ...mail(name),
  type: "track",
  event: "Order Completed",
  properties: { order_id: id, total, currency: "EUR", products: [{ product_id: "a1", price: total, quantity: 1 }] },
});
const refund = (id: string, properties: object = {}) => ({
  type: "track",
  event: "Order Refunded",
  messageId: `refund-of-${id}`,
  properties: { order_id: id, ...properties },
});
const eventsOf = async (name: string) => {
  const contact = await findContact(`${name}@example.com`);
  return contact ? queryAll<never>({ pk: contact.id, prefix: "event#" }) : [];
};

describe("a batch of reports", () => {
  it("keeps what is good and names what is refused by its place, with what to do about it", async () => {
    const { statusCode, told } = await batch([
      order("o-1", "ana"),
      null,
      "text",
      { type: "track" },
      { type: "page", name: "Home", ...mail("ana") },
      { type: "track", event: "Order Completed", ...mail("ana"), properties: { order_id: "o-2" } },
      order("o-3", "ana", "1e9"),
      { type: "identify", userId: "u-1" },
      { type: "identify", userId: "u-1", ...mail("ana") },
      { type: "track", event: "Lesson Watched", userId: "u-1", properties: { minutes: 12 } },
    ]);
    expect(statusCode).toBe(200);
    expect(told).toMatchObject({ success: false, accepted: 3 });
    const refused = told.refused as { index: number; code: string; detail?: string; errors?: object[] }[];
    expect(refused.map(({ index, code }) => [index, code])).toEqual([
      [1, "invalid-input"],
      [2, "invalid-input"],
      [3, "invalid-input"],
      [4, "invalid-input"],
      [5, "properties-invalid"],
      [6, "properties-invalid"],
      [7, "person-unknown"],
    ]);
    for (const each of refused) expect(each.detail ?? each.errors?.length, JSON.stringify(each)).toBeTruthy();
    expect((await eventsOf("ana")).map(({ type }) => type)).toEqual(
      expect.arrayContaining(["purchase.recorded", "custom.recorded"]),
    );
  });

  it("is worked on in the order told: a refund follows its purchase, whoever stands between", async () => {
    const strangers = Array.from({ length: 40 }, (_, at) => order(`s-${at}`, `stranger${at}`));
    const { told } = await batch([
      order("o-10", "bo"),
      ...strangers,
      refund("o-10"),
      order("o-11", "bo"),
      refund("o-11"),
    ]);
    expect(told).toMatchObject({ success: true, accepted: 44 });
    expect((await eventsOf("bo")).map(({ type }) => type).sort()).toEqual([
      "purchase.recorded",
      "purchase.recorded",
      "purchase.refunded",
      "purchase.refunded",
    ]);
  });

  it("told twice, in parts or in another order, changes nothing the second time", async () => {
    const items = [order("o-20", "kim"), { ...mail("kim"), event: "Lesson Watched", messageId: "m-1", type: "track" }];
    expect((await batch(items)).told).toMatchObject({ success: true });
    const before = tables.picture();
    expect((await batch([...items, ...items.toReversed()])).told).toMatchObject({ success: true, accepted: 4 });
    expect(tables.picture()).toBe(before);
  });

  it("takes five hundred reports at once, and not one more", async () => {
    const items = Array.from({ length: 500 }, (_, at) => order(`five-${at}`, `five${at % 50}`));
    expect((await batch(items)).told).toMatchObject({ success: true, accepted: 500 });
    const before = tables.picture();
    const { statusCode, told } = await batch([...items, order("five-501", "five1")]);
    expect([statusCode, told.code]).toEqual([422, "invalid-input"]);
    expect(tables.picture()).toBe(before);
  }, 60_000);

  it("with a report larger than a call may be keeps the others", async () => {
    const large = { ...mail("lee"), type: "track", event: "Essay", properties: { text: "x".repeat(33_000) } };
    const { told } = await batch([large, order("o-30", "lee")]);
    expect(told).toMatchObject({ accepted: 1, refused: [{ index: 0, code: "body-too-large" }] });
  });

  it.each([[{ batch: [] }], [{ batch: "x" }], [{}], [[]], [null]])("of another shape is refused: %j", async (body) => {
    const before = tables.picture();
    expect((await report("/v1/batch", body)).statusCode).toBe(422);
    expect(tables.picture()).toBe(before);
  });
});

describe("one report", () => {
  it("with Segment's envelope is taken as Segment's clients send it", async () => {
    const envelope = {
      anonymousId: "x",
      channel: "server",
      context: {
        library: { name: "analytics-node", version: "2.1.0" },
        traits: { email: "mia@example.com" },
        ip: "192.0.2.1",
      },
      integrations: { All: true, Mixpanel: false },
      _metadata: { nodeVersion: "24.0.0" },
      originalTimestamp: "2026-11-20T10:00:00.000Z",
      sentAt: "2026-11-20T10:00:01.000Z",
      writeKey: "k",
      messageId: "node-next-1",
      timestamp: "2026-11-20T10:00:00.000+01:00",
    };
    const { statusCode } = await report("/v1/track", { ...order("o-40", "mia"), ...envelope, traits: undefined });
    expect(statusCode).toBe(200);
    expect(await eventsOf("mia")).toMatchObject([{ type: "purchase.recorded", at: "2026-11-20T09:00:00.000Z" }]);
  });

  it.each([0.001, -1, 1.999, 2 ** 53, 1e21, "1e9", "-1", "", "1,50", "1.", Number.NaN])(
    "of an amount that cannot be, %j, is refused and nobody becomes known by it",
    async (total) => {
      const before = tables.picture();
      const { statusCode, told } = await report("/v1/track", order("o-50", "nobody", total));
      expect(statusCode).toBe(422);
      expect(["amount-invalid", "properties-invalid"]).toContain(told.code);
      expect(tables.picture()).toBe(before);
    },
  );

  it("whose lines add up to more than can be counted exactly is refused", async () => {
    const products = [{ product_id: "a1", price: 999_999_999_999.99, quantity: 100_000 }];
    const told = { ...mail("nobody"), event: "Order Completed" };
    const properties = { order_id: "o-51", total: 1, currency: "EUR", products };
    const before = tables.picture();
    expect((await report("/v1/track", { ...told, properties })).told.code).toBe("amount-invalid");
    expect((await report("/v1/track", { ...refund("o-1", { products }), messageId: "r" })).told.code).toBe(
      "amount-invalid",
    );
    expect(tables.picture()).toBe(before);
  });

  it.each([{ "": 1 }, { huge: 1e300 }, { tiny: 1e-200 }, { beyond: 2 ** 53 }, { deep: { inside: [{ "": null }] } }])(
    "with properties that no table holds is refused: %j",
    async (properties) => {
      const before = tables.picture();
      const { statusCode, told } = await report("/v1/track", { ...mail("nobody"), event: "Seen", properties });
      expect([statusCode, told.code]).toEqual([422, "properties-invalid"]);
      expect(tables.picture()).toBe(before);
    },
  );

  it("of the same order with other facts is refused and the first stays", async () => {
    const before = tables.picture();
    const { statusCode, told } = await report("/v1/track", order("o-1", "ana", 1));
    expect([statusCode, told.code]).toEqual([409, "order-differs"]);
    expect(tables.picture()).toBe(before);
  });

  it("of two different people is refused, never merged by guess", async () => {
    const { statusCode, told } = await report("/v1/identify", { userId: "u-1", ...mail("bo") });
    expect([statusCode, told.code]).toEqual([409, "identity-conflict"]);
  });

  it("of a trial that nobody has makes nobody known", async () => {
    const before = tables.picture();
    const { statusCode } = await report("/v1/track", { ...mail("nobody"), event: "Trial Used" });
    expect(statusCode).toBe(422);
    expect(tables.picture()).toBe(before);
  });
});
