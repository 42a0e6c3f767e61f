import { beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../../functions/console-api.ts";
import { countSpent } from "../../../../functions/costs/count-spent.ts";
import { nanosPerMail } from "../../../../functions/costs/known-prices.ts";
import { conversionWrite } from "../../../../functions/costs/store.ts";
import { commit } from "../../../../functions/platform/commit.ts";
import { queryAll } from "../../../../functions/platform/dynamo.ts";
import { starterStore } from "../../support/starter-store.ts";
import { consoleCaller, signedIn } from "./support/console-caller.ts";

starterStore();
const call = consoleCaller(handler);
const at = new Date().toISOString();
const secrets = { admin: "", marketer: "", analyst: "" };
const OFFER = "trial-follow-up/offer";

beforeAll(async () => {
  secrets.admin = await signedIn("owner@example.com", "admin");
  secrets.marketer = await signedIn("mia@example.com", "marketer");
  secrets.analyst = await signedIn("ann@example.com", "analyst");
});

const costs = (secret = secrets.analyst) => call("GET", "/v1/console/costs", { secret });
const set = (body: unknown, secret = secrets.admin) => call("PUT", "/v1/console/costs/budget", { secret, body });

describe("the costs room", () => {
  it("tells an analyst of a month without mail what a mail would cost, and by which prices", async () => {
    expect(await costs()).toMatchObject({
      status: 200,
      body: {
        month: at.slice(0, 7),
        currency: "USD",
        mails: 0,
        costNanos: 0,
        sources: [],
        journeys: [],
        days: [],
        budget: null,
        standing: "none",
        prices: { region: "us-east-1", sesNanos: 100_000, mailNanos: { marketing: nanosPerMail("marketing", at) } },
      },
    });
  });

  it("tells what mail cost by source and day, and what each goal reached cost", async () => {
    await countSpent("marketing", [OFFER, OFFER, "trial-follow-up/ask", "notice/points-earned"], at);
    await countSpent("transactional", ["notice/confirm"], at);
    expect((await costs()).body.journeys[0]).toMatchObject({ conversions: 0, perConversionNanos: null });
    await commit([conversionWrite("trial-follow-up", at)]);
    const [marketing, transactional] = [nanosPerMail("marketing", at), nanosPerMail("transactional", at)];
    const { body } = await costs();
    expect(body).toMatchObject({ mails: 5, costNanos: 4 * marketing + transactional });
    expect(body.sources[0]).toEqual({ source: OFFER, lane: "marketing", mails: 2, costNanos: 2 * marketing });
    expect(body.journeys).toEqual([
      {
        journey: "trial-follow-up",
        mails: 3,
        costNanos: 3 * marketing,
        conversions: 1,
        perConversionNanos: 3 * marketing,
      },
    ]);
    expect(body.days).toEqual([{ on: at.slice(0, 10), costNanos: body.costNanos }]);
  });
});

describe("the monthly budget", () => {
  it("is an admin's to set: a marketer and an analyst are refused, and nothing changes", async () => {
    for (const secret of [secrets.marketer, secrets.analyst]) {
      expect(await set({ amountMinor: 100, warnAtPercent: 80 }, secret)).toMatchObject({ status: 403 });
      expect(await call("DELETE", "/v1/console/costs/budget", { secret })).toMatchObject({ status: 403 });
    }
    expect((await costs()).body.budget).toBeNull();
  });

  it("is set, changed and taken away, each with an audit row that says what was before", async () => {
    const first = { amountMinor: 5000, warnAtPercent: 80 };
    expect((await set(first)).body).toMatchObject({
      standing: "fine",
      budget: { ...first, setBy: "owner@example.com" },
    });
    await set({ amountMinor: 9000, warnAtPercent: 90 });
    const gone = await call("DELETE", "/v1/console/costs/budget", { secret: secrets.admin });
    expect(gone.body).toMatchObject({ standing: "none", budget: null });
    const rows = await queryAll({ pk: `audit#${new Date().toISOString().slice(0, 7)}` });
    expect(rows).toMatchObject([
      { staff: "owner@example.com", act: "budget.set", after: first },
      { act: "budget.set", before: first, after: { amountMinor: 9000 } },
      { act: "budget.remove", before: { amountMinor: 9000 } },
    ]);
  });

  it("says which mail waits once it is used up, and until when", async () => {
    const { body } = await set({ amountMinor: 1, warnAtPercent: 80 });
    expect(body.standing).toBe("fine");
    await countSpent(
      "marketing",
      Array.from({ length: 100 }, () => OFFER),
      at,
    );
    const used = (await costs()).body;
    expect(used).toMatchObject({ standing: "stopped", stopped: ["broadcast", "journey", "notice"] });
    expect(used.goesOnAt).toMatch(/-01T00:00:00\.000Z$/);
  });

  it("is refused when it is not a whole number in range", async () => {
    for (const amountMinor of [0, -1, 1.5, 2e9, "5", null])
      expect((await set({ amountMinor, warnAtPercent: 80 })).status).toBe(422);
    for (const warnAtPercent of [0, 101, 33.3]) expect((await set({ amountMinor: 5, warnAtPercent })).status).toBe(422);
    expect((await set({ amountMinor: 5, warnAtPercent: 80, currency: "EUR" })).status).toBe(422);
  });
});
