import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { messageRows } from "../support/message-rows.ts";
import { stateAt } from "../support/product-state.ts";
import { type Local, startLocal } from "../support/start-local.ts";
import { becomeCustomer } from "./support/customer.ts";
import { linksOf } from "./support/mail-links.ts";
import { report } from "./support/shop.ts";

const ANA = "ana@example.com";
const TEMPLATES = [
  ...["confirm", "farewell", "friend-joined", "how-was-it", "last-call", "limited-offer", "points-earned", "sign-in"],
  ...["thanks-for-order", "tier-up", "tier-warning", "welcome"],
];

let local: Local;

beforeAll(async () => {
  local = await startLocal({ inProcess: true });
  await sendEveryMail();
}, 120_000);

afterAll(() => local?.stop());

describe("opening a link in a mail", { timeout: 60_000 }, () => {
  it("is tried with every mail there is", async () => {
    const { main } = await stateAt(local.url);
    const delivered = messageRows(main).filter(({ state }) => state === "delivered");
    expect([...new Set(delivered.map(({ template }) => template))].sort()).toEqual(TEMPLATES);
  });

  it.each(["GET", "HEAD"])(
    "changes nothing by %s, whoever opens it: a person, a scanner, a preview",
    async (method) => {
      const links = new Set((await local.messages()).flatMap(linksOf).filter((link) => link.startsWith(local.url)));
      expect(links.size).toBeGreaterThan(10);
      await local.settle();
      const before = everythingKept();
      for (const link of links) await (await open(link, method)).arrayBuffer();
      await local.settle();
      expect(everythingKept()).toEqual(before);
    },
  );

  it("would have been noticed, as the press of a button is", async () => {
    const link = (await local.messages(ANA)).flatMap(linksOf).find((each) => each.includes("/unsubscribe?")) ?? "";
    const before = everythingKept();
    await fetch(link, { method: "POST", body: new URLSearchParams() });
    await local.settle();
    expect(everythingKept()).not.toEqual(before);
  });

  it("leads to a page: no link in a mail is dead", async () => {
    const links = (await whereMailsLead()).filter((link) => link.startsWith(local.url));
    const answers = await Promise.all(links.map(async (link) => [link, (await fetch(link)).status]));
    // A confirmation link that has run out says so; every other address answers for ever.
    const dead = answers.filter(([link, status]) => status !== 200 && !String(link).includes("/confirm?"));
    expect(dead).toEqual([]);
  });

  it("carries over a secure connection or to this product, and nothing but web, mail and telephone", async () => {
    const elsewhere = (await whereMailsLead()).filter((link) => !link.startsWith(local.url));
    expect(elsewhere).not.toEqual([]);
    for (const link of elsewhere) expect(link).toMatch(/^(https:\/\/lantern\.example\/|tel:|mailto:)/);
  });
});

/** Opens a link and goes no further than it leads: what is elsewhere is not ours to ask. */
function open(link: string, method = "GET"): Promise<Response> {
  return fetch(link, { method, redirect: "manual" });
}

/** Where all links of all mails lead: the tracked ones to what lies behind them. */
async function whereMailsLead(): Promise<string[]> {
  const links = [...new Set((await local.messages()).flatMap(linksOf))];
  const tracked = (link: string) => link.startsWith(`${local.url}/c/`);
  const behind = links.map(async (link) =>
    tracked(link) ? ((await open(link)).headers.get("location") ?? link) : link,
  );
  return [...new Set(await Promise.all(behind))];
}

/** Lives long enough with few people for every template to be mailed once at least. */
async function sendEveryMail(): Promise<void> {
  const today = new Date(await local.now());
  await local.windTo(new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 4, 9)).toISOString());
  const ref = await becomeCustomer(local, { email: ANA, name: "Ana" });
  await becomeCustomer(local, { email: "chen@example.com", name: "Chen", locale: "zh-CN" });
  await becomeCustomer(local, { email: "bo@example.com", name: "Bo", ref });
  const order = (id: string, total: string) => ({ order_id: id, total, currency: "EUR" });
  await report(local, "Order Completed", ANA, order("order-ana", "250.00"));
  await report(local, "Order Completed", "bo@example.com", order("order-bo", "40.00"));
  await local.advance("P45D");
  await fetch(`${local.url}/sign-in`, { method: "POST", body: new URLSearchParams({ email: ANA }) });
  // The points that made the tier leave its window after a year.
  await local.advance("P350D");
}

/** Every item of every table, but for the place up to which the sweep has looked, which moves with the clock. */
function everythingKept(): unknown {
  const tables = local.runtime?.dynamoDb.snapshot() ?? {};
  const kept = Object.entries(tables).map(([table, items]) => [table, items.filter(({ pk }) => pk?.S !== "sweep")]);
  expect(JSON.stringify(kept).length).toBeGreaterThan(10_000);
  return kept;
}
