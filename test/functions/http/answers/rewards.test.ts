import { beforeAll, describe, expect, it } from "vitest";
import { adjustPoints } from "../../../../functions/points/adjust-points.ts";
import { edgeTables } from "../../../edge/support/direct-tables.ts";
import { BASE_URL, send, sendForm, sendJson } from "../../../edge/support/gateway.ts";
import { bearer, sessionCookieOf, somebodyTrying } from "../../../edge/support/people.ts";

edgeTables();
let cookies: string[] = [];
let contactId = "";
let key = "";

beforeAll(async () => {
  contactId = (await somebodyTrying("ana@example.com", "Ana")).id;
  cookies = [await sessionCookieOf(contactId)];
  key = await bearer();
  const gift = { contactId, points: 1_000, reason: "a gift", person: "care@example.com", requestId: "gift" };
  await adjustPoints(gift, new Date().toISOString());
});

const headers = { origin: BASE_URL };
const get = async (path: string) => {
  const { body } = await send({ method: "GET", path, cookies });
  return body ?? "";
};
const redeem = (rewardId: string, wish: string) =>
  sendJson("POST", "/v1/me/redemptions", { rewardId }, { cookies, headers: { ...headers, "idempotency-key": wish } });
const available = async () => JSON.parse(await get("/v1/me")).balance.available;

describe("a member with points", () => {
  it("reads what they can be spent on, and what is missing", async () => {
    const { rewards } = JSON.parse(await get("/v1/me/rewards"));
    expect(rewards).toContainEqual(expect.objectContaining({ id: "workbook", points: 300, state: "ready", left: 40 }));
    expect(rewards).toContainEqual(
      expect.objectContaining({ id: "lesson-with-a-teacher", state: "tier-too-low", fromTier: "Speaker" }),
    );
  });

  it("spends them once for each Idempotency-Key", async () => {
    const answers = [await redeem("workbook", "k1"), await redeem("workbook", "k1")];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    expect(answers[0]?.body).toBe(answers[1]?.body);
    expect(await available()).toBe(700);
    expect((await redeem("twenty-off", "k1")).statusCode).toBe(409);
    expect(JSON.parse((await redeem("workbook", "k2")).body ?? "")).toMatchObject({ code: "had-already" });
    expect((await redeem("nothing", "k3")).statusCode).toBe(404);
  });

  it("presses the page's button twice and spends once, and reads what it was spent on", async () => {
    const page = await get("/me");
    const wish = /name="wish" value="([\w-]+twenty-off)"/.exec(page)?.[1] ?? "";
    const press = () => sendForm("/me/redemptions", { reward: "twenty-off", wish }, { cookies, headers });
    expect([(await press()).headers?.location, (await press()).headers?.location]).toEqual([
      "/me?reward=had#rewards",
      "/me?reward=had#rewards",
    ]);
    expect(await available()).toBe(300);
    const after = await get("/me?reward=had");
    expect(after).toContain("It is yours.");
    expect(after).toMatch(/class="points voucher">[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{5}</);
  });

  it("takes a voucher to the shop, which takes it for one order", async () => {
    const { redemptions } = JSON.parse(await get("/v1/me/redemptions"));
    const { code } = redemptions.find((each: { kind: string }) => each.kind === "voucher");
    const use = (orderId: string, authorization = key) =>
      sendJson("POST", `/v1/vouchers/${code.toLowerCase()}/uses`, { orderId }, { headers: { authorization } });
    expect((await use("o-1", "Bearer none")).statusCode).toBe(401);
    expect(JSON.parse((await use("o-1")).body ?? "")).toMatchObject({
      code,
      worth: { amountMinor: 2_000, currency: "EUR" },
      repeated: false,
    });
    expect(JSON.parse((await use("o-1")).body ?? "")).toMatchObject({ repeated: true });
    expect(JSON.parse((await use("o-2")).body ?? "")).toMatchObject({ code: "voucher-not-valid" });
  });

  it("calls off what nobody has sent yet, and has the points again", async () => {
    const id = /name="redemption" value="(red_\w+)"/.exec(await get("/me"))?.[1] ?? "";
    const cancelled = await sendForm("/me/redemptions/cancel", { redemption: id }, { cookies, headers });
    expect(cancelled.headers?.location).toBe("/me?reward=cancelled#rewards");
    expect(await available()).toBe(600);
    expect(await get("/me")).toContain("called off, points given back");
  });

  it("spends nothing through another site's form, or through what is no reward", async () => {
    const form = (fields: Record<string, string>, origin: string) =>
      sendForm("/me/redemptions", fields, { cookies, headers: { origin } });
    const tries = [
      await form({ reward: "conversation-evening", wish: "1" }, "https://evil.example"),
      await form({ reward: "x".repeat(3_000), wish: "1" }, BASE_URL),
      await form({ wish: "1" }, BASE_URL),
    ];
    expect(tries.map(({ headers: sent }) => sent?.location)).toEqual(Array(3).fill("/me?reward=refused#rewards"));
    expect(await available()).toBe(600);
  });
});
