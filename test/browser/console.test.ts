import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from "vitest";
import { becomeCustomer } from "../stories/support/customer.ts";
import { newestLink } from "../stories/support/mail-links.ts";
import { expectGoodPage } from "./support/expect-good-page.ts";
import { openStage, type Stage } from "./support/stage.ts";
import { openVisitor, type Visitor } from "./support/visitor.ts";

const OWNER = "owner@example.com";
const MINUTE = 60_000;

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
  await becomeCustomer(stage.local, { email: "ana@example.com", name: "Ana" });
}, 2 * MINUTE);

afterAll(() => stage?.close());

const button = (name: string | RegExp) => mia.page.getByRole("button", { name, exact: true });
const dialog = () => mia.page.getByRole("dialog");
const mail = () => mia.page.frameLocator("iframe.preview-frame").locator("body");
const colourOf = (part: Locator) => part.evaluate((body) => getComputedStyle(body).backgroundColor);

describe("a marketer comes to the console", { timeout: MINUTE }, () => {
  it("is shown the way in", async () => {
    await mia.page.goto("/console");
    await mia.page.getByRole("heading", { name: "Please sign in" }).waitFor();
    await expectGoodPage(mia, "console-closed");
  });

  it("signs in by the link in the mail", async () => {
    await mia.page.getByRole("link", { name: "Get a sign-in link" }).click();
    await mia.page.getByLabel("Email address").fill(OWNER);
    await button("Send me a link").click();
    await mia.page.getByRole("heading", { name: "Your link is on its way" }).waitFor();
    await expectGoodPage(mia, "sign-in-sent");
    await mia.page.goto(await newestLink(stage.local, OWNER, "/sign-in"));
    await expectGoodPage(mia, "sign-in-ask");
    await button("Sign in").click();
    await mia.page.waitForURL("**/console");
    await mia.page.getByRole("link", { name: "Ana", exact: true }).waitFor();
    await expectGoodPage(mia, "console-home");
  });

  it("finds the customer, and reads in plain words what happened", async () => {
    await mia.page.getByRole("link", { name: "Contacts", exact: true }).click();
    await mia.page.getByRole("cell", { name: "ana@example.com" }).waitFor();
    await expectGoodPage(mia, "console-contacts");
    await mia.page.getByRole("link", { name: "Ana", exact: true }).click();
    const timeline = mia.page.getByRole("region", { name: "What happened" });
    await timeline.getByText("Confirmed the address and began the trial").waitFor();
    await timeline.getByText("Email “Welcome”: arrived").waitFor();
    await expectGoodPage(mia, "console-contact");
  });

  it("takes the sign-up form for another site along", async () => {
    await mia.page.getByRole("link", { name: "Sign-up form", exact: true }).click();
    await mia.page.getByLabel("Offer").fill("free-lessons");
    await mia.page
      .getByRole("region", { name: "One script tag" })
      .getByText('data-offer="free-lessons"')
      .first()
      .waitFor();
    await expectGoodPage(mia, "console-form");
    await mia.page.goBack();
  });

  it("reads it in Chinese as well", async () => {
    const language = mia.page.getByRole("navigation").getByRole("combobox");
    await language.selectOption("zh-CN");
    await mia.page.getByText("确认了地址并开始试用").waitFor();
    await expectGoodPage(mia, "console-contact-zh");
    await mia.page.getByRole("link", { name: "邮件", exact: true }).click();
    await mia.page.getByRole("heading", { name: "邮件", level: 1 }).waitFor();
    await mia.page.getByRole("link", { name: "等级即将下降" }).waitFor();
    await expectGoodPage(mia, "console-emails-zh");
    await language.selectOption("en");
  });

  it("sees at a glance that no mail is lost between us and the mail service", async () => {
    await mia.page.getByRole("link", { name: "Sending", exact: true }).click();
    await mia.page.getByText("Nothing is unclear").waitFor();
    await mia.page.getByText("tastemaker.example is ready for writing to many people.").waitFor();
    await mia.page.getByText("No address is suppressed").waitFor();
    await expectGoodPage(mia, "console-sending");
  });

  it("suppresses an address that somebody asked for by telephone, and lifts it again", async () => {
    await button("Suppress an address").click();
    await dialog().getByLabel("Address").fill("Former.Customer@Example.com");
    await dialog().getByLabel("Reason").fill("asked by telephone");
    await expectGoodPage(mia, "console-suppress");
    await dialog().getByRole("button", { name: "Suppress", exact: true }).click();
    const cell = mia.page.getByRole("cell", { name: "former.customer@example.com" }).first();
    await cell.waitFor();
    await expectGoodPage(mia, "console-suppressed");
    await button("Lift the suppression of former.customer@example.com").click();
    await dialog().getByRole("button", { name: "Lift the suppression", exact: true }).click();
    await mia.page.getByText("No address is suppressed").waitFor();
  });

  it("finds a mail whose answer was lost, reads why, and goes to the person", async () => {
    const email = "bo.de.la.fontaine-montgomery-wolfeschlegelsteinhausen@students.example.com";
    await stage.local.fault({ service: "ses", action: "SendBulkEmail", mode: "error", caller: "SendMarketing" });
    await becomeCustomer(stage.local, { email, name: "Bo" });
    await mia.page.reload();
    await mia.page.getByRole("cell", { name: "No clear answer from the mail service" }).waitFor();
    await expectGoodPage(mia, "console-unclear");
    await mia.page.getByRole("link", { name: "Bo", exact: true }).click();
    await mia.page.getByText("Email “Welcome”: unclear whether it went out").waitFor();
    await mia.page.getByRole("link", { name: "Sending", exact: true }).click();
  });

  it("decides that the unclear mail goes out once more, and reads that on the person's page", async () => {
    await button("Decide about the mail for Bo").click();
    await dialog().getByLabel("Send it once more").check();
    await dialog().getByLabel("Why").fill("asked by telephone");
    await expectGoodPage(mia, "console-settle");
    await dialog().getByRole("button", { name: "Decide", exact: true }).click();
    await mia.page.getByText("Nothing is unclear").waitFor();
    await mia.page.getByRole("link", { name: "Contacts", exact: true }).click();
    await mia.page.getByRole("link", { name: "Bo", exact: true }).click();
    const timeline = mia.page.getByRole("region", { name: "What happened" });
    await timeline.getByText("one of us had it sent once more").waitFor();
    await timeline.getByText("Email “Welcome”: arrived").waitFor();
    await expectGoodPage(mia, "console-settled");
    await mia.page.getByRole("link", { name: "Contacts", exact: true }).click();
  });
});

describe("a marketer changes the welcome mail", { timeout: MINUTE }, () => {
  it("finds it among the emails", async () => {
    await mia.page.getByRole("link", { name: "Emails", exact: true }).click();
    await mia.page.getByRole("link", { name: "Welcome", exact: true }).waitFor();
    await expectGoodPage(mia, "console-emails");
    await mia.page.getByRole("link", { name: "Welcome", exact: true }).click();
    await mail().getByText("Your first lesson is open").waitFor();
    await mia.page.getByText("Code", { exact: true }).click();
    await mia.page.locator(".cm-content").waitFor();
    await expectGoodPage(mia, "console-editor");
  });

  it("writes, and sees the mail change at once", async () => {
    await mia.page.locator(".cm-content").click();
    await mia.page.keyboard.press("Control+Home");
    await mia.page.keyboard.insertText("<mj-text><p>The library has new books.</p></mj-text>\n");
    await mail().getByText("The library has new books.").waitFor();
    await mia.page.getByLabel("Subject").fill("New books, and your first lesson");
    await mia.page.getByText("Draft saved").waitFor();
    await expectGoodPage(mia, "console-editor-changed");
  });

  it("sees it on a phone, in the dark, and in Chinese", async () => {
    const frame = mia.page.locator("iframe.preview-frame");
    const widthOf = () => frame.evaluate((element) => (element as HTMLElement).clientWidth);
    const [wide, light] = [await widthOf(), await colourOf(mail())];
    await mia.page.getByText("Phone", { exact: true }).click();
    expect(await widthOf()).toBeLessThan(wide);
    await mia.page.getByText("Dark", { exact: true }).click();
    await expect.poll(() => colourOf(mail())).not.toBe(light);
    await mia.page.getByRole("tab", { name: "Chinese" }).click();
    await mail().getByText("欢迎你").waitFor();
    await expectGoodPage(mia, "console-editor-phone-dark-zh");
    await mia.page.getByRole("tab", { name: "English" }).click();
    await mail().getByText("The library has new books.").waitFor();
  });

  it("sends a test to the own inbox, from the draft", async () => {
    await button("Send test to me").click();
    await mia.page.getByText(`On its way to ${OWNER}`).waitFor();
    await stage.local.settle();
    const test = (await stage.local.messages(OWNER)).at(-1);
    expect(test?.subject).toContain("New books, and your first lesson");
    expect(test?.html).toContain("The library has new books.");
  });

  it("is told what the gate has against a broken draft", async () => {
    await mia.page.locator(".cm-content").click();
    await mia.page.keyboard.press("Control+Home");
    await mia.page.keyboard.insertText("{{contact.nmae}}");
    await mia.page.getByText("Mend the errors").waitFor();
    await expectGoodPage(mia, "console-editor-errors");
    for (let typed = 0; typed < "{{contact.nmae}}".length; typed++) await mia.page.keyboard.press("Backspace");
    await mia.page.getByText("No problems").waitFor();
  });

  it("publishes version 2", async () => {
    await mia.page.getByText("Draft saved").waitFor();
    await button("Publish").click();
    await dialog().getByText("It becomes version 2").waitFor();
    await expectGoodPage(mia, "console-publish");
    await dialog().getByRole("button", { name: "Publish" }).click();
    await mia.page.getByText("Version 2 is live").first().waitFor();
    await mia.page.getByText("Nothing waits to be published").waitFor();
  });

  it("reaches with it whoever confirms from now on", async () => {
    await becomeCustomer(stage.local, { email: "cai@example.com", name: "Cai" });
    const welcome = (await stage.local.messages("cai@example.com")).at(-1);
    expect(welcome?.subject).toBe("New books, and your first lesson");
    expect(welcome?.html).toContain("The library has new books.");
    const before = (await stage.local.messages("ana@example.com")).at(-1);
    expect(before?.html).not.toContain("The library has new books.");
  });
});

describe("a marketer comes back some nights later", { timeout: MINUTE }, () => {
  it("reads of each night whether our books and the mail service's reports agreed, and in what not", async () => {
    await stage.local.fault({ service: "lambda", action: "RecordOutcome", mode: "error", count: 1000 });
    await becomeCustomer(stage.local, { email: "cleo@example.com", name: "Cleo" });
    await stage.local.advance("PT1H");
    await stage.local.clearFaults();
    await stage.local.advance("P3D");
    await mia.page.getByRole("link", { name: "Sending", exact: true }).click();
    await mia.page.reload();
    const nights = mia.page.getByRole("region", { name: "Every night's comparison" });
    await nights.getByText("Books agree").first().waitFor();
    await expectGoodPage(mia, "console-nights");
    await nights.getByRole("row").filter({ hasText: "difference" }).getByRole("button").click();
    await dialog().getByText("Welcome: We handed it over, and the mail service reported nothing.").waitFor();
    await dialog().getByText("Reported of those handed over").first().waitFor();
    await expectGoodPage(mia, "console-night");
    await mia.page.keyboard.press("Escape");
  });

  it("reads it in Chinese", async () => {
    await mia.page.getByRole("navigation").getByRole("combobox").selectOption("zh-CN");
    const nights = mia.page.getByRole("region", { name: "每夜核对" });
    await nights.getByText("记录一致").first().waitFor();
    await nights.getByRole("row").filter({ hasText: "处差异" }).getByRole("button").click();
    await dialog().getByText("我们已交出，邮件服务却没有任何回报。").first().waitFor();
    await expectGoodPage(mia, "console-night-zh");
  });
});
