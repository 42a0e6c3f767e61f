import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { LocalFault } from "../support/local-control.ts";
import { type Local, startLocal } from "../support/start-local.ts";
import { synthesizeSmallApp } from "./fixtures/small-app/synthesize.ts";

let assembly: string;
let dataDir: string;
let local: Local | undefined;

beforeAll(() => {
  assembly = synthesizeSmallApp();
});

afterEach(async () => {
  await local?.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

afterAll(() => rmSync(assembly, { recursive: true, force: true }));

async function started(): Promise<Local> {
  local = await startLocal({ assembly, dataDir });
  return local;
}

async function begun(): Promise<Local> {
  dataDir = mkdtempSync(join(tmpdir(), "crash-"));
  return started();
}

const keep = ({ url }: Local, id: string) =>
  fetch(`${url}/things/${id}`, { method: "POST", body: "{}", headers: { "content-type": "application/json" } });
const thing = async ({ url }: Local, id: string) => fetch(`${url}/things/${id}`);

async function crashed(order: LocalFault): Promise<Local> {
  const first = await begun();
  await first.fault(order);
  await keep(first, "1").catch(() => undefined);
  await first.ended();
  return started();
}

describe("the product whose machine loses power", () => {
  it("has kept nothing of a write that was not yet made", async () => {
    const after = await crashed({ service: "dynamodb", action: "PutItem", mode: "crash-before" });
    expect((await thing(after, "1")).status).toBe(404);
  });

  it("has kept a write whose answer never came, and carries its work on", async () => {
    const after = await crashed({ service: "dynamodb", action: "PutItem", mode: "crash-after" });
    await after.settle();
    expect(await (await thing(after, "1")).json()).toHaveProperty("doneAt");
  });

  it.each([
    { service: "sqs", action: "SendMessage", mode: "crash-before" },
    { service: "sqs", action: "SendMessage", mode: "crash-after" },
    { service: "lambda", action: "worker", mode: "crash-before" },
    { service: "dynamodb", action: "UpdateItem", mode: "crash-after" },
    { service: "lambda", action: "worker", mode: "crash-after" },
  ] as const)("carries work on after $mode $service $action", async (step) => {
    const after = await crashed(step);
    await after.advance("PT2M");
    expect(await (await thing(after, "1")).json()).toHaveProperty("doneAt");
  });

  it("keeps every acknowledged write when it is killed in the middle of many", async () => {
    const first = await begun();
    const acknowledged: string[] = [];
    const writer = async (lane: number) => {
      for (let index = 0; index < 200; index += 1) {
        const response = await keep(first, `${lane}-${index}`);
        if (response.status === 201) acknowledged.push(`${lane}-${index}`);
      }
    };
    const writers = [1, 2, 3].map((lane) => writer(lane).catch(() => undefined));
    while (acknowledged.length < 20) await new Promise(setImmediate);
    await first.kill();
    await Promise.all(writers);
    const after = await started();
    for (const id of acknowledged) expect((await thing(after, id)).status).toBe(200);
  });

  it("stands at a later instant than any it has dated, though it was killed while winding", async () => {
    const first = await begun();
    const wound = first.advance("P200D").catch(() => undefined);
    while (Date.parse(await first.now()) < Date.now() + 5 * 86_400_000)
      await new Promise((next) => setTimeout(next, 5));
    const seen = Date.parse(await first.now());
    await first.kill();
    await wound;
    expect(Date.parse(await (await started()).now())).toBeGreaterThanOrEqual(seen);
  });
});
