import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from "vitest";
import { expectGoodPage } from "./support/expect-good-page.ts";
import { signInOwner } from "./support/sign-in-owner.ts";
import { openStage, type Stage } from "./support/stage.ts";
import { openVisitor, type Visitor } from "./support/visitor.ts";

const MINUTE = 60_000;

const LIST = [
  "EmailAddress,Reason,LastUpdateTime",
  "spam@example.com,COMPLAINT,2026-01-05T10:00:00Z",
  '"=evil@example.com",BOUNCE,2026-01-06T10:00:00Z',
  "nobody,BOUNCE,2026-01-07T10:00:00Z",
  "Spam@example.com,COMPLAINT,2026-01-05T10:00:00Z",
  ...Array.from({ length: 250 }, (_, at) => `gone${at}@example.com,BOUNCE,2026-01-08T10:00:00Z`),
].join("\r\n");

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
  await signInOwner(stage, mia);
}, 2 * MINUTE);

afterAll(() => stage?.close());

const button = (name: string) => mia.page.getByRole("button", { name, exact: true });
const choose = (name: string, text: string) =>
  mia.page.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const saved = async (press: () => Promise<void>) => {
  const [download] = await Promise.all([mia.page.waitForEvent("download"), press()]);
  return readFileSync(await download.path(), "utf8");
};

describe("somebody who comes from another sender with a suppression list", { timeout: MINUTE }, () => {
  it("finds the way beside the suppressed addresses", async () => {
    await mia.page.goto("/console/sending");
    await mia.page.getByRole("link", { name: "Import a list" }).click();
    await mia.page.getByRole("heading", { name: "Import suppressed addresses" }).waitFor();
    await expectGoodPage(mia, "console-import-list-empty");
  });

  it("is told in plain words when the file is no list", async () => {
    await choose("list.xlsx", "PK\u0003\u0004\0\0");
    await mia.page.getByText("This is no CSV file.").waitFor();
  });

  it("sees which columns were recognised, and what would change before anything does", async () => {
    await choose("ses.csv", LIST);
    await mia.page.getByText("ses.csv: 254 rows, read as UTF-8").waitFor();
    expect(await mia.page.getByLabel("Reason", { exact: true }).inputValue()).toBe("1");
    await button("See what would change").click();
    await mia.page.getByText("252 addresses would be suppressed").waitFor();
    await mia.page.getByText("1 row name an address again").waitFor();
    await mia.page.getByText("Line 4: nobody: no mail could reach this address").waitFor();
    await expectGoodPage(mia, "console-import-list-checked");
  });

  it("takes the rows along that cannot be imported", async () => {
    const file = await saved(() => button("Download these rows").click());
    expect(file).toBe(
      "\uFEFFLine,Why not,EmailAddress,Reason,LastUpdateTime\r\n" +
        "4,no mail could reach this address,nobody,BOUNCE,2026-01-07T10:00:00Z\r\n",
    );
  });

  it("imports the list, and the same list again changes nothing", async () => {
    await button("Suppress 252 addresses").click();
    await mia.page.getByText("252 addresses suppressed, 1 row changed nothing, 1 row could not be imported.").waitFor();
    await expectGoodPage(mia, "console-import-list-done");
    await button("Import another list").click();
    await choose("ses.csv", LIST);
    await button("See what would change").click();
    await mia.page.getByText("There is nothing to do").waitFor();
  });

  it("reads the same in Chinese", async () => {
    const language = mia.page.getByRole("navigation").getByRole("combobox");
    await language.selectOption("zh-CN");
    await mia.page.getByText("无需导入").waitFor();
    await expectGoodPage(mia, "console-import-list-zh");
    await language.selectOption("en");
  });

  it("finds them in the list, and exports it in a form that no spreadsheet calculates", async () => {
    await mia.page.goto("/console/sending");
    await mia.page.getByText("gone99@example.com").waitFor();
    const file = await saved(() => button("Export as CSV").click());
    const lines = file.trim().split("\r\n");
    expect(lines.length).toBe(253);
    expect(file).toMatch(/^"?'=evil@example\.com"?,hard-bounce,2026-01-06T10:00:00\.000Z,,owner@example\.com\r$/m);
    await expectGoodPage(mia, "console-sending-listed");
  });
});
