import { beforeAll, describe, expect, it, vi } from "vitest";
import { queryAll } from "../../functions/platform/dynamo.ts";
import type { Item } from "../../functions/platform/items.ts";
import { log } from "../../functions/platform/log.ts";
import { edgeTables } from "./support/direct-tables.ts";
import { handOver, send, sendForm, sendJson } from "./support/gateway.ts";
import { bearer, sessionCookieOf, signInToken, somebodyAsking, somebodyTrying, tokenFor } from "./support/people.ts";

// The logger reads its level when it is made, which is when the product's modules are imported.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = "DEBUG";
});

const tables = edgeTables();
const PRIVATE: string[] = [];
const secrets: Record<string, string> = {};

beforeAll(async () => {
  const ana = await somebodyTrying("ana.private@example.com", "Anastasia Privatova");
  secrets.id = ana.id;
  secrets.cookie = await sessionCookieOf(ana.id);
  secrets.key = await bearer();
  secrets.signIn = await signInToken(ana.id);
  secrets.confirm = await tokenFor("confirm", await somebodyAsking("bo.private@example.com", "Bo Privatov"));
  secrets.unsubscribe = await tokenFor("unsubscribe", ana.id);
  const { id: _, ...unspeakable } = secrets;
  PRIVATE.push(
    "private@example.com",
    "Privatov",
    "Privatova",
    "Kim Privat",
    "u-private",
    "192.0.2.1",
    "a very private essay",
  );
  PRIVATE.push(...Object.values(unspeakable).map((secret) => secret.replace(/^(Bearer |__Host-session=)/, "")));
});

/** Everything written to standard output and error, and to the console, meanwhile. */
async function written(work: () => Promise<unknown>): Promise<string> {
  let text = "";
  const keep = (...said: unknown[]) => {
    text += `${said.map(String).join(" ")}\n`;
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
  return text;
}

async function everyFlow(): Promise<void> {
  const headers = { authorization: secrets.key ?? "", referer: `https://x.example/?t=${secrets.signIn}` };
  const cookies = [secrets.cookie ?? ""];
  const person = { userId: "u-private", traits: { email: "kim.private@example.com", name: "Kim Privat" } };
  const trial = { email: "kim.private@example.com", name: "Kim Privat", consent: { marketing: true } };
  await sendJson("POST", "/v1/trials", trial, { headers });
  await sendJson(
    "POST",
    "/v1/trials",
    { ...trial, email: "kim.private@example.com\r\n", extra: "Kim Privat" },
    { headers },
  );
  await sendForm("/trials", { email: "lee.private@example.com", name: "Kim Privat", "consent.marketing": "true" });
  await sendJson("POST", "/v1/sign-in", { email: "ana.private@example.com" });
  await sendForm("/sign-in", { t: secrets.signIn ?? "" });
  await sendForm("/confirm", { t: secrets.confirm ?? "" });
  await sendForm(`/unsubscribe?t=${secrets.unsubscribe}`, { "List-Unsubscribe": "One-Click" });
  for (const path of ["/me", "/v1/me", "/v1/me/ledger"]) await send({ method: "GET", path, cookies });
  await sendJson("PATCH", "/v1/me", { name: "Anastasia Privatova" }, { cookies });
  await send({ method: "GET", path: "/v1/contacts?email=ana.private@example.com", headers });
  await sendJson("POST", "/v1/identify", person, { headers });
  await sendJson(
    "POST",
    "/v1/track",
    { ...person, event: "Essay", properties: { text: "a very private essay" } },
    { headers },
  );
  await sendJson("POST", "/v1/batch", { batch: [{ ...person, event: "" }, null] }, { headers });
  await sendForm("/sign-out", {}, { cookies: ["__Host-session=x"] });
}

async function everyWorker(): Promise<void> {
  const rows = [
    { pk: "adr#kim.private@example.com", sk: "sign-up" },
    { pk: "adr#lee.private@example.com", sk: "sign-up" },
    { pk: "adr#ana.private@example.com", sk: "sign-in-request" },
    { pk: "adr#kim.private@example.com", sk: "unknown-kind" },
    ...(await queryAll<Item>({ pk: secrets.id ?? "", prefix: "event#" })).map(({ pk, sk }) => ({ pk, sk })),
  ];
  const Records = rows.map((row, at) => ({
    messageId: `sqs-${at}`,
    body: JSON.stringify(row),
    eventSource: "aws:sqs",
  }));
  await handOver("react", { Records } as never);
}

function expectNothingPrivate(text: string): void {
  for (const secret of PRIVATE) expect(text.includes(secret), `${secret} in ${text.slice(0, 2000)}`).toBe(false);
}

describe("the log", () => {
  it("of every flow names no address, name, token, session or key, at its most talkative", async () => {
    expect(log.getLevelName()).toBe("DEBUG");
    expectNothingPrivate(await written(everyFlow));
    expectNothingPrivate(await written(everyWorker));
  });

  it("of faults neither, though each is told once with its id", async () => {
    const table = process.env.MAIN_TABLE;
    process.env.MAIN_TABLE = "Nowhere";
    const text = await written(everyFlow).finally(() => {
      process.env.MAIN_TABLE = table;
    });
    // One line a fault: the test would see nothing if it were looking in the wrong place.
    expect(text.match(/request failed/g)?.length).toBeGreaterThan(8);
    expect(text).toContain('"requestId"');
    expectNothingPrivate(text);
  });

  it("of workers that meet what they do not know neither", async () => {
    const text = await written(everyWorker);
    expect(text).toContain("work failed and will be retried");
    expectNothingPrivate(text);
  });

  it("of a fault is not what the visitor gets to read", async () => {
    const table = process.env.MAIN_TABLE;
    process.env.MAIN_TABLE = "";
    let body: string | undefined = "";
    await written(async () => {
      body = (await sendJson("POST", "/v1/sign-in", { email: "ana.private@example.com" })).body;
    });
    process.env.MAIN_TABLE = table;
    expect(JSON.parse(body ?? "")).toMatchObject({
      status: 500,
      code: "internal-fault",
      requestId: expect.any(String),
    });
    expect(body).not.toMatch(/MAIN_TABLE|Setting|stack|\.ts/);
    expect(tables.picture()).toContain("ana.private@example.com");
  });
});
