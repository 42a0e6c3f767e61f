import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { invariantBreaches } from "../support/invariants.ts";
import type { LocalFault } from "../support/local-control.ts";
import { mailOf, messagesTo } from "./support/mail-of.ts";
import { askForLink, confirm, join, pass, signUp } from "./support/reach.ts";
import { shuffled } from "./support/shuffled.ts";
import { type StartedProduct, startProduct } from "./support/started-product.ts";

// Every test lives through minutes or days of the product.
vi.setConfig({ testTimeout: 60_000 });

let product: StartedProduct;

beforeAll(async () => {
  product = await startProduct({ inProcess: true });
}, 60_000);
afterAll(() => product.local.stop());
afterEach(async () => {
  await product.local.clearFaults();
  await sending({ sandbox: false, sendingEnabled: true });
  await pass(product, 25);
  expect(invariantBreaches(await product.state())).toEqual([]);
});

const sending = (settings: object) => product.local.local("POST", "/sending", settings);

type Mode = LocalFault["mode"];

async function disturbed(caller: "SendMarketing" | "SendTransactional", mode: Mode, delayMs = 200): Promise<void> {
  await product.local.fault({ service: "ses", action: "SendBulkEmail", mode, caller, delayMs });
}

/** Confirms while the welcome mail, which is marketing, meets the fault. */
async function welcomed(email: string, mode: Mode): Promise<void> {
  await signUp(product, email);
  await product.settle();
  await disturbed("SendMarketing", mode);
  await confirm(product, email);
  await product.settle();
}

describe("A marketing mail", () => {
  it("that the provider fails to answer for is parked as unknown, listed, and never sent blind", async () => {
    await welcomed("error@example.com", "error");
    const parked = { state: "unknown", listKey: "mail#unknown" };
    expect(await mailOf(product, "error@example.com", "welcome")).toMatchObject({ message: parked, copies: 0 });
    await pass(product, 60);
    expect(await mailOf(product, "error@example.com", "welcome")).toMatchObject({ message: parked, copies: 0 });
  });

  it.each(["timeout-after-accept", "garbled-after-accept"] as const)(
    "whose answer is lost (%s) is settled by the provider's events and goes out once",
    async (mode) => {
      // The events come late, as they do: until then nobody knows.
      await product.local.fault({ service: "lambda", action: "RecordOutcome", mode: "error", count: 4 });
      await welcomed(`${mode}@example.com`, mode);
      expect(await mailOf(product, `${mode}@example.com`, "welcome")).toMatchObject({ message: { state: "unknown" } });
      await product.local.clearFaults();
      await pass(product, 25);
      const { message, copies } = await mailOf(product, `${mode}@example.com`, "welcome");
      expect([message.state, copies]).toEqual(["delivered", 1]);
      expect(message.listKey).not.toBe("mail#unknown");
    },
  );

  it("that meets a throttled provider is handed over again after a pause, and goes out once", async () => {
    await welcomed("throttle@example.com", "throttle");
    expect(await mailOf(product, "throttle@example.com", "welcome")).toMatchObject({
      message: { state: "delivered" },
      copies: 1,
    });
  });

  it("whose provider goes on throttling stays queued while the lane rests, and goes out once", async () => {
    const throttle = { service: "ses", action: "SendBulkEmail", mode: "throttle", caller: "SendMarketing" } as const;
    await signUp(product, "throttled@example.com");
    await product.settle();
    await product.local.fault({ ...throttle, count: 7 });
    await confirm(product, "throttled@example.com");
    await product.settle();
    expect(await mailOf(product, "throttled@example.com", "welcome")).toMatchObject({
      message: { state: "queued" },
      copies: 0,
    });
    await pass(product, 5);
    expect(await mailOf(product, "throttled@example.com", "welcome")).toMatchObject({
      message: { state: "delivered" },
      copies: 1,
    });
  });

  it("that meets a slow provider goes out once", async () => {
    await welcomed("latency@example.com", "latency");
    expect(await mailOf(product, "latency@example.com", "welcome")).toMatchObject({
      message: { state: "delivered" },
      copies: 1,
    });
  });

  it("waits while the account's sending is paused, and goes out once when it is resumed", async () => {
    await signUp(product, "paused@example.com");
    await product.settle();
    await sending({ sendingEnabled: false });
    await confirm(product, "paused@example.com");
    await pass(product, 12);
    expect(await mailOf(product, "paused@example.com", "welcome")).toMatchObject({
      message: { state: "queued" },
      copies: 0,
    });
    await sending({ sendingEnabled: true });
    await pass(product, 25);
    expect(await mailOf(product, "paused@example.com", "welcome")).toMatchObject({
      message: { state: "delivered" },
      copies: 1,
    });
  });
});

describe("A link to sign in", () => {
  async function asked(email: string, mode: Mode, delayMs?: number): Promise<void> {
    await join(product, email);
    await disturbed("SendTransactional", mode, delayMs);
    await askForLink(product, email);
    await product.settle();
  }

  it("that the provider fails to answer for is handed over once more", async () => {
    await asked("link-error@example.com", "error");
    expect(await mailOf(product, "link-error@example.com", "sign-in")).toMatchObject({
      message: { state: "queued", attempt: 1 },
      copies: 0,
    });
    await pass(product, 5);
    expect(await mailOf(product, "link-error@example.com", "sign-in")).toMatchObject({
      message: { state: "delivered", attempt: 2 },
      copies: 1,
    });
  });

  it("that the provider fails to answer for twice is given up and listed for a person", async () => {
    await join(product, "link-twice@example.com");
    await disturbed("SendTransactional", "error");
    await disturbed("SendTransactional", "error");
    await askForLink(product, "link-twice@example.com");
    await pass(product, 25);
    expect(await mailOf(product, "link-twice@example.com", "sign-in")).toMatchObject({
      message: { state: "unknown", listKey: "mail#unknown", attempt: 2 },
      copies: 0,
    });
  });

  it("whose answer is lost goes out at most once more, with the same link", async () => {
    // The provider's events come only after the second attempt.
    await join(product, "link-lost@example.com");
    await product.local.fault({ service: "lambda", action: "RecordOutcome", mode: "error", count: 20 });
    await disturbed("SendTransactional", "timeout-after-accept");
    await askForLink(product, "link-lost@example.com");
    await pass(product, 2);
    await product.local.clearFaults();
    await pass(product, 25);
    const { message, copies } = await mailOf(product, "link-lost@example.com", "sign-in");
    expect([message.state, copies]).toEqual(["delivered", 2]);
    const links = (await product.local.messages("link-lost@example.com"))
      .filter(({ tags }) => tags.message === message.id)
      .map(({ text }) => /\/sign-in\?t=\S+/.exec(text)?.[0]);
    expect(new Set(links).size).toBe(1);
  });

  it("that meets a throttled provider is late, not lost", async () => {
    await asked("link-throttle@example.com", "throttle");
    await pass(product, 5);
    expect(await mailOf(product, "link-throttle@example.com", "sign-in")).toMatchObject({
      message: { state: "delivered" },
      copies: 1,
    });
  });

  it("that the provider refuses for good has failed, with the provider's word, and is not tried again", async () => {
    await join(product, "refused@example.com");
    await sending({ sandbox: true });
    await askForLink(product, "refused@example.com");
    await product.settle();
    await sending({ sandbox: false });
    await pass(product, 60);
    expect(await mailOf(product, "refused@example.com", "sign-in")).toMatchObject({
      message: { state: "failed", failure: "MESSAGE_REJECTED" },
      copies: 0,
    });
  });
});

describe("An address", () => {
  it.each(["bounce", "complaint"] as const)("that answered with a %s is never mailed again", async (outcome) => {
    const email = `${outcome}@example.com`;
    await join(product, email);
    const { message } = await mailOf(product, email, "welcome");
    await product.local.mailEvent(String(message.id), outcome);
    await product.settle();
    const before = (await product.local.messages(email)).length;
    await pass(product, 25);
    await askForLink(product, email);
    await signUp(product, email);
    await pass(product, 5 * 24 * 60);
    expect((await product.local.messages(email)).length).toBe(before);
    const state = await product.state();
    expect(state.main.find(({ pk, sk }) => pk === `adr#${email}` && sk === "suppression")).toBeDefined();
    const sent = messagesTo(state, email).filter(({ submittedAt }) => submittedAt !== undefined);
    expect(sent.map(({ template }) => template).sort()).toEqual(["confirm", "welcome"]);
  });

  it("whose mailbox is full for the moment is mailed on", async () => {
    await join(product, "full@example.com");
    const { message } = await mailOf(product, "full@example.com", "welcome");
    await product.local.mailEvent(String(message.id), "bounce", { bounceType: "Transient" });
    await product.settle();
    await askForLink(product, "full@example.com");
    await product.settle();
    expect(await mailOf(product, "full@example.com", "sign-in")).toMatchObject({ copies: 1 });
  });
});

describe("What the provider reports of a mail", () => {
  it("leads to the same state in whatever order and however often it comes", async () => {
    const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
    console.info(`orders of mail events: SEED=${seed}`);
    const emails = Array.from({ length: 5 }, (_, number) => `order-${number}@example.com`);
    // All are written to before anything is reported: so many complaints hold back what comes after.
    for (const email of emails) await join(product, email);
    const ends: unknown[] = [];
    for (const [number, email] of emails.entries()) {
      const { message } = await mailOf(product, email, "welcome");
      const reports = shuffled([...REPORTS, ...REPORTS], seed + number);
      for (const report of reports) await product.local.mailEvent(String(message.id), report);
      await product.settle();
      const { message: end } = await mailOf(product, email, "welcome");
      ends.push([end.state, FACTS.filter((fact) => end[fact] !== undefined)]);
    }
    expect(ends).toEqual(Array(5).fill(["complained", FACTS]));
  });
});

const REPORTS = ["delivery", "delay", "open", "click", "bounce", "complaint"];
const FACTS = ["submittedAt", "deliveredAt", "machineOpenedAt", "machineClickedAt", "bouncedAt", "complainedAt"];
