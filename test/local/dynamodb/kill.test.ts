import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DynamoDBClient, PutItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { DynamoDb } from "../../../local/dynamodb/engine.ts";
import { clientFor } from "./conformance/endpoint.ts";
import { openMain, plain, wire } from "./main-engine.ts";

const WRITER = fileURLToPath(new URL("./killed-writer.ts", import.meta.url));
const KILLED_BEFORE_COMMIT = fileURLToPath(new URL("./killed-before-commit.ts", import.meta.url));
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const ROUNDS = 4;
const WRITERS = 4;

/** What the killed process had said yes to, and how far it had been asked to go. */
interface Log {
  acknowledged: Set<string>;
  attempted: Set<string>;
}

test(`a process killed in the middle of writing loses nothing acknowledged and leaves nothing half (seed ${SEED})`, async () => {
  const folder = mkdtempSync(join(tmpdir(), "tastemaker-kill-"));
  const file = join(folder, "tables.db");
  const log: Log = { acknowledged: new Set(), attempted: new Set() };
  const lives = fc.sample(fc.integer({ min: 5, max: 400 }), { seed: SEED, numRuns: ROUNDS });
  try {
    for (const [round, writes] of lives.entries()) {
      await writeUntilKilled(file, log, { round, writes });
      const { engine } = openMain(file);
      expectWhole(engine, log);
      engine.close();
    }
    expect(log.acknowledged.size).toBeGreaterThanOrEqual(lives.reduce((sum, writes) => sum + writes));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

test("a process killed between the rows of a transaction and its commit leaves none of them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tastemaker-kill-"));
  const file = join(folder, "tables.db");
  try {
    const child = spawn(process.execPath, [KILLED_BEFORE_COMMIT, file], { stdio: ["ignore", "pipe", "inherit"] });
    const [, signal] = await once(child, "exit");
    expect(signal).toBe("SIGKILL");
    const { engine } = openMain(file);
    expect(engine.snapshot().Main?.map(({ sk }) => sk?.S)).toEqual(["before"]);
    expect(engine.readStream("Main", undefined, 10)).toHaveLength(1);
    expect(entriesOf(engine)).toEqual(["con_1/before"]);
    engine.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Kills the process when it has said yes to so many writes, while others are under way. */
async function writeUntilKilled(file: string, log: Log, { round, writes }: { round: number; writes: number }) {
  const child = spawn(process.execPath, [WRITER, file], { stdio: ["ignore", "pipe", "inherit"] });
  const client = clientFor(await firstLine(child));
  const last = log.acknowledged.size + writes;
  const onWrite = () => log.acknowledged.size >= last && child.kill("SIGKILL");
  const writers = Array.from({ length: WRITERS }, (_, n) => writeInALoop(client, log, `${round}-${n}`, onWrite));
  await Promise.all([once(child, "exit"), ...writers]);
  client.destroy();
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [chunk] = await once(child.stdout as NodeJS.ReadableStream, "data");
  return String(chunk).trim();
}

// Every other step is a transaction of two items that must only ever exist together.
async function writeInALoop(client: DynamoDBClient, log: Log, writer: string, onWrite: () => unknown): Promise<void> {
  for (let step = 0; ; step += 1) {
    const id = `${writer}-${step}`;
    log.attempted.add(id);
    try {
      await (step % 2 === 0 ? putOne(client, id) : putPair(client, id));
    } catch (error) {
      if ((error as Error).name === "TransactionCanceledException") throw error;
      return;
    }
    log.acknowledged.add(id);
    onWrite();
  }
}

const entry = (id: string, sk: string) => wire({ pk: id, sk, dueShard: "s", dueAt: id }) as never;

const putOne = (client: DynamoDBClient, id: string) =>
  client.send(new PutItemCommand({ TableName: "Main", Item: entry(id, "single") }));

const putPair = (client: DynamoDBClient, id: string) =>
  client.send(
    new TransactWriteItemsCommand({
      TransactItems: ["left", "right"].map((sk) => ({
        Put: { TableName: "Main", Item: entry(id, sk), ConditionExpression: "attribute_not_exists(pk)" },
      })),
    }),
  );

function expectWhole(engine: DynamoDb, { acknowledged, attempted }: Log): void {
  const items = (engine.snapshot().Main ?? []).map((each) => plain(each));
  const halves = new Map<string, number>();
  for (const { pk, sk } of items) {
    expect(attempted).toContain(pk);
    if (sk !== "single") halves.set(String(pk), (halves.get(String(pk)) ?? 0) + 1);
  }
  const present = new Set(items.map(({ pk }) => String(pk)));
  expect([...acknowledged].filter((id) => !present.has(id))).toEqual([]);
  expect([...halves.values()].filter((count) => count !== 2)).toEqual([]);

  const names = items.map(({ pk, sk }) => `${pk}/${sk}`).sort();
  const told = engine.readStream("Main", undefined, 1_000_000).map(({ dynamodb: { Keys } }) => plain(Keys));
  expect(told.map(({ pk, sk }) => `${pk}/${sk}`).sort()).toEqual(names);
  expect(entriesOf(engine).sort()).toEqual(names);
}

function entriesOf(engine: DynamoDb): string[] {
  const found: string[] = [];
  let ExclusiveStartKey: unknown;
  do {
    const page = engine.execute("Scan", {
      TableName: "Main",
      IndexName: "due",
      ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
    }) as { Items: never[]; LastEvaluatedKey?: unknown };
    found.push(...page.Items.map((each) => plain(each)).map(({ pk, sk }) => `${pk}/${sk}`));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return found;
}
