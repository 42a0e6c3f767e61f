import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from "vitest";
import { becomeCustomer } from "../stories/support/customer.ts";
import { expectGoodPage } from "./support/expect-good-page.ts";
import { signInOwner } from "./support/sign-in-owner.ts";
import { openStage, type Stage } from "./support/stage.ts";
import { openVisitor, type Visitor } from "./support/visitor.ts";

const MINUTE = 60_000;

let stage: Stage;
let mia: Visitor;
let isBroken = false;

beforeEach(({ skip }) => {
  if (isBroken) skip();
  onTestFailed(() => {
    isBroken = true;
  });
});

beforeAll(async () => {
  stage = await openStage();
  mia = await openVisitor(stage.browser, stage.local.url, { width: 1280 });
  await becomeCustomer(stage.local, { email: "ana@example.com", name: "Ana" });
  await signInOwner(stage, mia);
}, 2 * MINUTE);

afterAll(() => stage?.close());

const button = (name: string) => mia.page.getByRole("button", { name, exact: true });
const main = () => mia.page.getByRole("main");

async function askForTrial(email: string): Promise<void> {
  const body = new URLSearchParams({ email, locale: "en", "consent.marketing": "true" });
  await fetch(`${stage.local.url}/trials`, { method: "POST", body });
}

describe("an administrator looks after what mail costs", { timeout: 3 * MINUTE }, () => {
  it("reads what this month's mail cost, by which prices, and what a conversion cost", async () => {
    await mia.page.getByRole("link", { name: "Costs", exact: true }).click();
    const journeys = mia.page.getByRole("region", { name: "By journey" });
    await journeys.getByRole("cell", { name: "trial-follow-up" }).waitFor();
    await journeys.getByText("none yet").waitFor();
    await mia.page.getByText("AWS's list prices of us-east-1").waitFor();
    await expectGoodPage(mia, "console-costs");
  });

  it("sets a budget, and is told when it is used up which mail waits and until when", async () => {
    await mia.page.getByLabel("Amount a month (USD)").fill("0.01");
    await button("Save").click();
    await main().getByText("$0.01", { exact: true }).waitFor();
    // One cent pays for some ninety mails, and one network may ask for sixty an hour.
    for (let hour = 0; hour < 2; hour++) {
      for (let person = 0; person < 46; person++) await askForTrial(`p${person}@of-${hour}-${person}.example`);
      await stage.local.advance("PT61M");
    }
    await mia.page.reload();
    await mia.page.getByText("The budget is used up").waitFor();
    await expectGoodPage(mia, "console-costs-used-up");
  });

  it("raises it, and takes it away again", async () => {
    await mia.page.getByLabel("Amount a month (USD)").fill("250");
    await button("Save").click();
    await mia.page.getByText("The budget is used up").waitFor({ state: "detached" });
    await main().getByText("$250.00").waitFor();
    await button("Remove the budget").click();
    await main().getByText("None set").waitFor();
    expect(mia.faults).toEqual([]);
  });
});
