import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAssembly } from "../../local/run.ts";
import type { Runtime } from "../../local/runtime.ts";
import { type LocalControl, localControl } from "../support/local-control.ts";
import { synthesizeSmallApp } from "./fixtures/small-app/synthesize.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "run-"));
let assemblyFolder: string;
let runtime: Runtime;
let local: LocalControl;

beforeAll(async () => {
  assemblyFolder = synthesizeSmallApp();
  await start();
});

afterAll(async () => {
  await runtime.stop();
  for (const folder of [dataFolder, assemblyFolder]) rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  runtime = await runAssembly({ assemblyFolder, dataFolder, port: 0 });
  local = localControl(runtime.url);
}

const keep = (id: string, body = {}) =>
  fetch(`${runtime.url}/things/${id}`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
const thing = async (id: string) => (await fetch(`${runtime.url}/things/${id}`)).json();
const inHours = (hours: number) => new Date(runtime.clock.now() + hours * 3_600_000).toISOString();

describe("a synthesized assembly run on this machine", () => {
  it("answers its routes through the functions behind them", async () => {
    const response = await keep("1");
    expect([response.status, await response.text()]).toEqual([201, "kept"]);
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect((await thing("1")).pk.S).toBe("thing#1");
    expect((await fetch(`${runtime.url}/things/none`)).status).toBe(404);
  });

  it("refuses routes that are not there, and HEAD where only GET is", async () => {
    const missing = await fetch(`${runtime.url}/nothing`);
    expect([missing.status, await missing.json()]).toEqual([404, { message: "Not Found" }]);
    expect((await fetch(`${runtime.url}/`, { method: "HEAD" })).status).toBe(404);
    expect((await fetch(`${runtime.url}/%E0%A4%A`)).status).toBe(400);
  });

  it("hides a function's failure from the visitor", async () => {
    const response = await fetch(`${runtime.url}/?fail`);
    expect([response.status, await response.json()]).toEqual([500, { message: "Internal Server Error" }]);
  });

  it("refuses a body over ten megabytes", async () => {
    const body = Buffer.alloc(10 * 1024 * 1024 + 1);
    const status = await fetch(`${runtime.url}/things/big`, { method: "POST", body }).then(
      (response) => response.status,
      () => 413,
    );
    expect(status).toBe(413);
    expect((await fetch(`${runtime.url}/things/big`)).status).toBe(404);
  });

  it("gives functions the address that people use and nothing of the host's environment", async () => {
    const { environment } = await (await fetch(`${runtime.url}/`)).json();
    expect(environment.BASE_URL).toBe(runtime.url);
    expect(environment.MAIN_TABLE).toBe("Small-Data-Main");
    for (const name of ["PATH", "HOME", "NODE_OPTIONS"]) expect(environment).not.toHaveProperty(name);
  });

  it("carries work from the table's stream over the queue to its worker", async () => {
    await keep("2");
    await local.settle();
    expect((await thing("2")).attempt).toEqual({ N: "1" });
  });

  it("leaves for the sweep what is due later, and does it when its time has come", async () => {
    await keep("3", { dueAt: inHours(50) });
    await local.settle();
    expect(await thing("3")).not.toHaveProperty("doneAt");
    await local.advance("P3D");
    const { doneAt, dueAt } = await thing("3");
    expect(dueAt).toBeUndefined();
    expect(Date.parse(doneAt.S) - Date.parse((await thing("3")).keptAt.S)).toBeGreaterThanOrEqual(50 * 3_600_000);
    expect(Date.parse(doneAt.S)).toBeLessThan(Date.parse(await local.now()) - 20 * 3_600_000);
  });

  it("brings a failed message back after its visibility timeout, on the product's clock", async () => {
    await keep("stubborn");
    await local.settle();
    expect(await thing("stubborn")).not.toHaveProperty("doneAt");
    await local.advance("PT1M");
    expect((await thing("stubborn")).attempt).toEqual({ N: "2" });
  });

  it("runs schedules in their zone while time is wound", async () => {
    const begin = await local.now();
    const ran = await local.advance("P7D");
    expect(ran.schedules).toBeGreaterThanOrEqual(7);
    const ticks = runtime.dynamoDb.browse("Small-Data-Main", { hash: { S: "daily" }, limit: 1_000 }).items;
    const instants = ticks.map(({ sk }) => sk?.S ?? "").filter((at) => at >= begin);
    expect(instants).toHaveLength(7);
    for (const at of instants) expect(at).toMatch(/T0[56]:00:00\.000Z$/);
  });

  it("checks every call against the caller's role", async () => {
    const { refusal, message } = await local.local<{ refusal: string; message: string }>(
      "POST",
      "/functions/overreach",
    );
    expect(refusal).toBe("AccessDeniedException");
    expect(message).toContain(
      "overreach is not authorized to perform dynamodb:DeleteItem on resource arn:aws:dynamodb:",
    );
  });

  it("answers an SDK with the operator's key, and nobody who is not known", async () => {
    const client = (accessKeyId: string) =>
      new DynamoDBClient({
        endpoint: runtime.gatewayUrl,
        region: "eu-central-1",
        credentials: { accessKeyId, secretAccessKey: "local" },
      });
    const get = new GetItemCommand({ TableName: "Small-Data-Main", Key: { pk: { S: "thing#1" }, sk: { S: "thing" } } });
    expect((await client("LOCALOperator").send(get)).Item?.pk).toEqual({ S: "thing#1" });
    await expect(client("LOCALNobody").send(get)).rejects.toThrow(/names no function/);
  });

  it("tells what the functions consumed", async () => {
    await local.local("DELETE", "/capacity");
    await keep("5");
    const { consumed, calls, invocations } = await local.local<Record<string, object[]>>("GET", "/capacity");
    expect(consumed).toContainEqual(expect.objectContaining({ function: "page", operation: "PutItem", writeUnits: 1 }));
    expect(calls).toContainEqual({ function: "page", service: "dynamodb", operation: "PutItem", calls: 1 });
    const ran = { function: "page", invocations: 1, records: 1, medianMs: expect.any(Number) };
    expect(invocations).toContainEqual(ran);
  });

  it("disturbs calls on order: refused, throttled, accepted without an answer", async () => {
    for (const mode of ["error", "throttle", "timeout-after-accept"] as const) {
      await local.fault({ service: "dynamodb", action: "PutItem", mode, count: 9, delayMs: 0 });
      const { status } = await keep(`fault-${mode}`);
      expect(status).toBe(500);
      await local.clearFaults();
      expect((await fetch(`${runtime.url}/things/fault-${mode}`)).status).toBe(mode.endsWith("accept") ? 200 : 404);
    }
    await expect(local.fault({ service: "dynamodb", mode: "crash-after" })).rejects.toThrow(/409/);
  });

  it("keeps logs by function and request", async () => {
    await fetch(`${runtime.url}/?fail`);
    const { lines } = await local.local<{ lines: { text: string }[] }>("GET", "/logs?function=page");
    expect(lines.at(-1)?.text).toContain("asked to fail");
  });

  it("says what was wrong with an order", async () => {
    const wrong: (() => Promise<unknown>)[] = [
      () => local.advance("3 days"),
      () => local.advance("-P1D"),
      () => local.windTo("tomorrow"),
      () => local.local("POST", "/clock", {}),
      () => local.local("POST", "/faults", { service: "ses" }),
      () => local.local("POST", "/functions/none"),
      () => local.local("GET", "/nothing"),
    ];
    for (const order of wrong) await expect(order()).rejects.toThrow(/answered 40[04]/);
  });

  it("lays a hopeless message with the dead letters, and a poisonous record too", async () => {
    await keep("hopeless", { dueAt: new Date(runtime.clock.now()).toISOString() });
    await local.settle();
    for (let minute = 0; minute < 3; minute += 1) await local.advance("PT31S");
    await keep("4", { poison: true });
    await local.settle();
    const { queues } = await local.local<{ queues: { queue: string; letters: { body: string }[] }[] }>(
      "GET",
      "/dead-letters",
    );
    const letters = queues.flatMap((each) => each.letters.map(({ body }) => body));
    expect(letters).toContain("thing#hopeless");
    expect(letters.some((body) => body.includes("DDBStreamBatchInfo"))).toBe(true);
  });

  it("keeps everything over a restart, the wound clock too", async () => {
    const before = Date.parse(await local.now());
    await runtime.stop();
    await start();
    expect(Date.parse(await local.now())).toBeGreaterThanOrEqual(before);
    expect((await thing("2")).attempt).toEqual({ N: "1" });
  });
});

describe("the site around the API", () => {
  it("serves the console under every address of its own, and assets by their names", async () => {
    const page = await fetch(`${runtime.url}/console/contacts/con_1`);
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(await page.text()).toContain("<title>Console</title>");
    const css = await fetch(`${runtime.url}/assets/site.css`);
    expect(css.headers.get("content-type")).toBe("text/css; charset=utf-8");
  });

  it("answers 304 to who has the file already", async () => {
    const first = await fetch(`${runtime.url}/assets/site.css`);
    const again = await fetch(`${runtime.url}/assets/site.css`, {
      headers: { "if-none-match": first.headers.get("etag") ?? "" },
    });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it("leads nowhere outside its folder", async () => {
    for (const path of [
      "/assets/..%2f..%2fsynthesize.ts",
      "/assets/%2e%2e/%2e%2e/synthesize.ts",
      "/assets/",
      "/assets/none.css",
    ]) {
      const { status } = await fetch(`${runtime.url}${path}`);
      expect([403, 404]).toContain(status);
    }
  });

  it("refuses methods that a behaviour does not allow", async () => {
    expect((await fetch(`${runtime.url}/assets/site.css`, { method: "POST" })).status).toBe(403);
  });

  it("adds the security headers to pages, files and failures alike", async () => {
    for (const path of ["/", "/assets/site.css", "/nothing", "/?fail"]) {
      const { headers } = await fetch(`${runtime.url}${path}`);
      expect(headers.get("content-security-policy")).toBe("default-src 'self'");
      expect(headers.get("x-frame-options")).toBe("DENY");
    }
  });

  it("tells the functions the visitor's address only as forwarded, and never the visitor's Host", async () => {
    const { event } = await (await fetch(`${runtime.url}/`, { headers: { "x-forwarded-for": "203.0.113.9" } })).json();
    expect(event.headers["x-forwarded-for"]).toMatch(/^203\.0\.113\.9, 127\.0\.0\.1, /);
    expect(event.headers.host).toMatch(/\.execute-api\./);
  });
});
