import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findContact } from "../../../functions/contacts/store.ts";
import { listMessages } from "../../../functions/mail/store.ts";
import { doWork } from "../../../functions/reactions/do-work.ts";
import { readSignUp } from "../../../functions/trials/store.ts";
import { edgeTables } from "../../edge/support/direct-tables.ts";
import { sendJson } from "../../edge/support/gateway.ts";
import { somebodyTrying } from "../../edge/support/people.ts";

edgeTables();
// Budgets are of the hour and the day: no test may run past the end of one.
beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-23T14:10:00.000Z") }));
afterAll(() => void vi.useRealTimers());

/** Signs up by the deployed function from an address on the network, and does the work that follows; returns the answer. */
async function signUp(email: string, from: string) {
  const headers = { "x-forwarded-for": `${from}, 130.176.0.1` };
  const answer = await sendJson("POST", "/v1/trials", { email, consent: { marketing: true } }, { headers });
  await doWork({ pk: `adr#${email}`, sk: "sign-up" }, new Date().toISOString());
  return `${answer.statusCode} ${answer.body} ${JSON.stringify(answer.headers)}`;
}

async function mailsTo(email: string): Promise<number> {
  const contact = await findContact(email);
  return contact ? (await listMessages(contact.id, 100)).items.length : 0;
}

async function mailsToAll(emails: string[]): Promise<number> {
  return (await Promise.all(emails.map(mailsTo))).reduce((sum, mails) => sum + mails, 0);
}

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

describe("sign-ups that somebody makes for others", () => {
  it("500 for one victim, from anywhere and however written, make one mail", { timeout: 120_000 }, async () => {
    const spellings = ["victim@gmail.com", "v.i.c.t.i.m@gmail.com", "victim+a@gmail.com", "Victim@GoogleMail.com"];
    const answers = new Set<string>();
    for (const number of numbers(500)) {
      const email = (spellings[number % spellings.length] ?? "").toLowerCase();
      answers.add(await signUp(email, `10.${number % 250}.${Math.floor(number / 250)}.7`));
    }
    expect(await mailsToAll(spellings.map((email) => email.toLowerCase()))).toBe(1);
    expect(answers.size).toBe(1);
  });

  it("500 at once from one network are held after the first sixty, and answered alike", {
    timeout: 120_000,
  }, async () => {
    const emails = numbers(500).map((number) => `person${number}@domain${number}.example`);
    const answers = new Set<string>();
    for (const number of numbers(25)) {
      const batch = emails.slice(number * 20, number * 20 + 20);
      for (const answer of await Promise.all(batch.map((email) => signUp(email, "203.0.113.9")))) answers.add(answer);
    }
    expect(await mailsToAll(emails)).toBe(60);
    expect(answers.size).toBe(1);
    expect(await readSignUp("person499@domain499.example")).toMatchObject({ heldBecause: "network" });
    expect(await findContact("person499@domain499.example")).toBeUndefined();
  });

  it("500 at one company from everywhere are held after the first hundred", { timeout: 120_000 }, async () => {
    const emails = numbers(500).map((number) => `person${number}@company.example`);
    for (const [number, email] of emails.entries()) await signUp(email, `172.16.${number % 250}.1`);
    expect(await mailsToAll(emails)).toBe(100);
  });
});

describe("people who sign up for themselves", () => {
  it("twenty of an office behind one address, all get their mail", async () => {
    const emails = numbers(20).map((number) => `colleague${number}@office.example`);
    await Promise.all(emails.map((email) => signUp(email, "198.51.100.20")));
    expect(await mailsToAll(emails)).toBe(20);
  });

  it("leave nothing of where they came from, once they are answered", async () => {
    await signUp("private@somewhere.example", "198.51.100.99");
    const row = await readSignUp("private@somewhere.example");
    expect(row?.network).toBeUndefined();
    expect(JSON.stringify(row)).not.toContain("198.51");
  });

  it("and are customers already, get the way in a few times a day and not without end", async () => {
    await somebodyTrying("ana@customers.example");
    const before = await mailsTo("ana@customers.example");
    for (const _ of numbers(3)) await signUp("ana@customers.example", "198.51.100.3");
    expect((await mailsTo("ana@customers.example")) - before).toBeLessThanOrEqual(1);
  });
});
