import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joined } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { exportReceipts } from "../../functions/contacts/export-receipts.ts";
import { checkProof } from "../../functions/contacts/rules/consent-proof.ts";
import { recordOutcome } from "../../functions/mail/record-outcome.ts";
import { log } from "../../functions/platform/log.ts";
import { type Bench, type OneThreadProduct, openBench } from "../faults/support/one-thread-product.ts";
import {
  askForLink,
  codeOf,
  confirm,
  contactIdOf,
  inConsole,
  join,
  ownerSignsIn,
  pass,
  signUp,
  track,
} from "../faults/support/reach.ts";
import { invariantBreaches } from "../support/invariants.ts";

// The logger reads its level when it is made, which is when the product's modules are imported.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = "DEBUG";
});

const ANA = "ana.privatova@gmail.com";
const BO = "bo.novak@example.com";
const ADVOCATE = "advocate@example.com";
/** What must be found nowhere: her address, the mailbox in its one form, her name in parts, her telephone. */
const PRIVATE = [ANA, "anaprivatova", "Privatova", "Anastasia", "030 1234567", "a very private essay"];

let bench: Bench;
let product: OneThreadProduct;
let folder = "";
let owner = "";
let ana = "";
let logged = "";

beforeAll(async () => {
  bench = await openBench();
  folder = mkdtempSync(joined(tmpdir(), "tastemaker-erased-"));
  await bench.prepare(folder);
  product = await bench.open(folder);
  owner = await ownerSignsIn(product);
  await join(product, ADVOCATE);
}, 120_000);

afterAll(async () => {
  await product.close();
  await bench.close();
  rmSync(folder, { recursive: true, force: true });
});

const integrator = (path: string, body: object, key: string) =>
  product.post(path, JSON.stringify(body), {
    authorization: `Bearer ${product.serverKey()}`,
    "content-type": "application/json",
    "idempotency-key": key,
  });
const mailsTo = async (email: string) => (await product.state()).mails.filter(({ to }) => to === email).length;
const rowsOf = async (id: string) => (await product.state()).main.filter(({ pk }) => pk === id);
const erase = (id: string, confirmation: string) =>
  inConsole(product, owner, `/contacts/${id}/erase`, { confirmation }, 202);

/** Whatever is said on the way is kept, at the most talkative. */
async function listening(work: () => Promise<unknown>): Promise<void> {
  const keep = (...said: unknown[]) => {
    logged += `${said.map(String).join(" ")}\n`;
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(keep as never),
    vi.spyOn(process.stderr, "write").mockImplementation(keep as never),
    ...(["log", "info", "warn", "error", "debug"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(keep),
    ),
  ];
  await work().finally(() => {
    for (const spy of spies) spy.mockRestore();
  });
}

/** Everything that a person can do here, done. */
async function wholeStory(): Promise<void> {
  const code = await codeOf(product, ADVOCATE);
  await join(product, ANA, { name: "Anastasia Privatova", ref: code, timezone: "Europe/Berlin" });
  await pass(product, 25);
  await integrator("/v1/identify", { userId: "u-anaprivatova", traits: { email: ANA, name: "Anastasia" } }, "i1");
  const products = [{ product_id: "evening-course", price: 189, quantity: 1 }];
  await track(product, "Order Completed", ANA, { order_id: "o-1", total: "189.00", currency: "EUR", products }, "m1");
  const review = {
    product_id: "evening-course",
    review_id: "r-1",
    rating: 5,
    review_body: "Anastasia: a very private essay",
  };
  await track(product, "Product Reviewed", ANA, review, "m2");
  await track(product, "Called", ANA, { phone: "030 1234567", from: ANA }, "m3");
  await integrator("/v1/suppressions", { email: ANA, reason: "Privatova asked by telephone" }, "s1");
  await inConsole(product, owner, "/suppressions/lift", { email: ANA, because: "she changed her mind" }, 200);
  await askForLink(product, ANA);
  await product.settle();
  const token = /\/preferences\?t=([\w.-]+)/;
  const { mails } = await product.state();
  const letter = mails
    .filter(({ to }) => to === ANA)
    .map(({ text }) => token.exec(text)?.[1])
    .findLast(Boolean);
  const chosen = new URLSearchParams({ act: "save", pace: "weekly", pause: "none", locale: "en" }).toString();
  await product.post(`/preferences?t=${letter}`, chosen, { "content-type": "application/x-www-form-urlencoded" });
  await pass(product, 3 * 24 * 60);
}

describe("a person who is erased", { timeout: 120_000 }, () => {
  it("was kept in every kind of row before, and gets all of it as one file", async () => {
    expect(log.getLevelName()).toBe("DEBUG");
    await listening(wholeStory);
    ana = await contactIdOf(product, ANA);
    const held = JSON.parse(await inConsole(product, owner, `/contacts/${ana}/export`, {}, 200)).held;
    const sections = "contact trials events messages outcomes consents journeys decisions reviews reports membership";
    const books = "broughtBy balance lots earnings tier orders ledger suppression signUp";
    expect(Object.keys(held)).toEqual(expect.arrayContaining([...sections.split(" "), ...books.split(" ")]));
    expect(held.others).toBeUndefined();
    expect(held.reviews[0].body).toContain("a very private essay");
  });

  it("is erased only by who types the address, and never while on the staff", async () => {
    await inConsole(product, owner, `/contacts/${ana}/erase`, { confirmation: "ana@example.com" }, 422);
    const own = await contactIdOf(product, "owner@example.com");
    await inConsole(product, owner, `/contacts/${own}/erase`, { confirmation: "owner@example.com" }, 409);
    expect((await rowsOf(ana)).some(({ sk }) => sk === "contact")).toBe(true);
  });

  it("is found by nobody and gets no mail from the first step on", async () => {
    const before = await mailsTo(ANA);
    await listening(async () => {
      await erase(ana, ` ${ANA.toUpperCase()} `);
      expect((await product.state()).main.filter(({ pk }) => pk === `adr#${ANA}`)).toEqual([]);
      await pass(product, 60);
      await pass(product, 10 * 24 * 60);
    });
    expect(await mailsTo(ANA)).toBe(before);
  });

  it("is in no key and no fact of any table, and in no line of the log", async () => {
    const { main, ledger } = await product.state();
    for (const row of [...main, ...ledger]) {
      const text = JSON.stringify(row);
      for (const secret of PRIVATE)
        expect(text.toLowerCase().includes(secret.toLowerCase()), `${secret}: ${text}`).toBe(false);
    }
    expect(logged.length).toBeGreaterThan(0);
    for (const secret of PRIVATE) expect(logged.includes(secret), secret).toBe(false);
  });

  it("leaves the books in balance, and receipts whose chain still holds", async () => {
    const state = await product.state();
    expect(invariantBreaches(state)).toEqual([]);
    expect(state.ledger.filter(({ pk }) => pk === ana).length).toBeGreaterThan(0);
    expect((await rowsOf(ana)).find(({ sk }) => sk === "erasure")).toMatchObject({
      round: 2,
      finishedAt: expect.any(String),
    });
  });

  it("may come back, and the friend who brought them is not thanked twice", async () => {
    const friends = async () => (await product.state()).main.filter(({ sk }) => sk.startsWith("friend#")).length;
    const before = await friends();
    await join(product, ANA, { name: "Ana", ref: await codeOf(product, ADVOCATE) });
    await pass(product, 25);
    expect(await contactIdOf(product, ANA)).not.toBe(ana);
    expect(await friends()).toBe(before);
  });
});

describe("a person who is erased after mail was on its way", { timeout: 120_000 }, () => {
  it("stays suppressed by what SES reports later, without being named", async () => {
    await join(product, BO);
    await pass(product, 25);
    const id = await contactIdOf(product, BO);
    const message = (await rowsOf(id)).find(({ sk }) => sk.startsWith("message#"));
    await erase(id, BO);
    await pass(product, 60);
    const at = await product.now();
    const about = { messageId: String(message?.id), contactId: id, providerId: "ses-1", at };
    for (let times = 0; times < 2; times++)
      await recordOutcome({ ...about, kind: "complained", facts: { complainedAt: at } });
    expect(JSON.stringify((await product.state()).main)).not.toContain(BO);
    const known = await mailsTo(BO);
    await signUp(product, BO);
    await product.settle();
    await pass(product, 25);
    expect(await mailsTo(BO)).toBe(known);
  });

  it("can be let back in by somebody who knows the address, and then gets the confirmation", async () => {
    const lifting = { email: BO, confirmation: BO, because: "asked for it in the shop" };
    await inConsole(product, owner, "/suppressions/lift", lifting, 200);
    await pass(product, 2 * 24 * 60);
    const known = await mailsTo(BO);
    await signUp(product, BO);
    await product.settle();
    await confirm(product, BO);
    expect(await mailsTo(BO)).toBeGreaterThan(known);
    expect(invariantBreaches(await product.state())).toEqual([]);
  });

  it("can still have the proof of what was agreed to checked, which says that it was erased", async () => {
    const proof = await exportReceipts(ana, await product.now());
    expect(checkProof(JSON.stringify(proof))).toMatchObject({
      ok: true,
      proof: { erasedAt: expect.any(String), email: "" },
    });
  });
});
