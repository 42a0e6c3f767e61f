import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from "vitest";
import { becomeCustomer } from "../stories/support/customer.ts";
import { expectGoodPage } from "./support/expect-good-page.ts";
import { signInOwner } from "./support/sign-in-owner.ts";
import { openStage, type Stage } from "./support/stage.ts";
import { openVisitor, type Visitor } from "./support/visitor.ts";

const MINUTE = 60_000;
const ANA = "ana@example.com";

let stage: Stage;
let mia: Visitor;
let isBroken = false;

// A story that has gone wrong is not told on: each step stands on those before it.
beforeEach(({ skip }) => {
  if (isBroken) skip();
  onTestFailed(() => {
    isBroken = true;
  });
});

beforeAll(async () => {
  stage = await openStage();
  mia = await openVisitor(stage.browser, stage.local.url, { width: 1280 });
  await becomeCustomer(stage.local, { email: ANA, name: "Ana Novak" });
  await signInOwner(stage, mia);
}, 2 * MINUTE);

afterAll(() => stage?.close());

const button = (name: string) => mia.page.getByRole("button", { name, exact: true });
const dialog = () => mia.page.getByRole("dialog");
const language = () => mia.page.getByRole("navigation").getByRole("combobox");

describe("staff whom a customer asks for the own data, and to be forgotten", { timeout: MINUTE }, () => {
  it("saves everything held of the person as one file", async () => {
    await mia.page.goto("/console/contacts");
    await mia.page.getByRole("link", { name: "Ana Novak", exact: true }).click();
    const [download] = await Promise.all([mia.page.waitForEvent("download"), button("Export data").click()]);
    const file = JSON.parse(readFileSync(await download.path(), "utf8"));
    expect(file).toMatchObject({ export: "tastemaker-person", held: { contact: [{ email: ANA, name: "Ana Novak" }] } });
    await expectGoodPage(mia, "console-contact-data");
  });

  it("is told what goes and what stays, and has to type the address", async () => {
    await button("Erase…").click();
    await dialog().getByText("Gone for good").waitFor();
    await expectGoodPage(mia, "console-erase");
    await dialog().getByLabel(`Type ${ANA} to confirm`).fill("ana@example.org");
    await dialog().getByRole("button", { name: "Erase for good" }).click();
    await dialog().getByText("That is not this person's address.").waitFor();
    expect(mia.faults.splice(0)).toEqual([expect.stringMatching(/^422 /)]);
  });

  it("erases the person, and can leave the page and find it again", async () => {
    await dialog().getByLabel(`Type ${ANA} to confirm`).fill(ANA);
    await dialog().getByRole("button", { name: "Erase for good" }).click();
    await mia.page.getByRole("heading", { name: "Erased person" }).waitFor();
    await stage.local.settle();
    await mia.page.reload();
    await mia.page.getByText(/rows are erased/).waitFor();
    // The contact is not found any more, which is what the page is about.
    expect(mia.faults.splice(0).every((fault) => fault.startsWith("404 "))).toBe(true);
    await expectGoodPage(mia, "console-erased");
  });

  it("sees the end of it, in Chinese too", async () => {
    await stage.local.advance("PT1H");
    await mia.page.reload();
    await mia.page.getByText(/rows were taken away or emptied/).waitFor();
    await language().selectOption("zh-CN");
    await mia.page.getByText("此后该地址不再收到邮件。").waitFor();
    mia.faults.splice(0);
    await expectGoodPage(mia, "console-erased-zh");
    await language().selectOption("en");
    expect(JSON.stringify(await (await fetch(`${stage.local.url}/v1/console/contacts`)).json())).not.toContain(ANA);
  });
});
