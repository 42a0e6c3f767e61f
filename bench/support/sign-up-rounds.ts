import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { Counted } from "./counted-tables.ts";

/** What was counted and measured. */
export interface SignUpFigures extends Counted {
  /** CPU of a round of sign-ups over that of as many bare PutItem calls, for each round. */
  ratios: number[];
}

const ROUNDS = 15;
const IN_ROUND = 40;
const WARM_UP = 150;

type Handler = (event: object, context: object) => Promise<{ statusCode: number }>;

const require = createRequire(import.meta.url);
const tables = await startTables();
Object.assign(process.env, {
  AWS_ENDPOINT_URL_DYNAMODB: tables.endpoint,
  AWS_REGION: "eu-central-1",
  AWS_ACCESS_KEY_ID: "bench",
  AWS_SECRET_ACCESS_KEY: "bench",
  MAIN_TABLE: "Main",
});
const { handler } = require(path.resolve(import.meta.dirname, "../../dist/functions/sign-up/index.cjs")) as {
  handler: Handler;
};
const client = new DynamoDBClient({});
let made = 0;

await round(signUp, WARM_UP);
await round(putItem, WARM_UP);
const one = await counted(signUp);
const ratios: number[] = [];
for (let at = 0; at < ROUNDS; at++) {
  // In turns, so that a neighbour's load and a growing table fall on both alike.
  const [first, second] = at % 2 === 0 ? [signUp, putItem] : [putItem, signUp];
  const spent = new Map([[first, await round(first, IN_ROUND)]]);
  spent.set(second, await round(second, IN_ROUND));
  ratios.push((spent.get(signUp) ?? 0) / (spent.get(putItem) ?? 1));
}
tables.process.kill();
console.log(JSON.stringify({ ...one, ratios } satisfies SignUpFigures));

/** Microseconds of CPU for some calls one after another. */
async function round(call: () => Promise<void>, times: number): Promise<number> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  for (let at = 0; at < times; at++) await call();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

async function signUp(): Promise<void> {
  const body = { email: `bench-${made++}@example.com`, name: "Ana", locale: "en", consent: { marketing: true } };
  const { statusCode } = await handler(eventOf(JSON.stringify(body)), {});
  if (statusCode !== 202) throw new Error(`A sign-up was answered with ${statusCode}.`);
}

/** The row as the sign-up writes it. */
async function putItem(): Promise<void> {
  const at = new Date().toISOString();
  const email = `bare-${made++}@example.com`;
  const due = { queue: "reactions", dueShard: `${at.slice(0, 10)}#1`, dueAt: at };
  const row = {
    email,
    name: "Ana",
    locale: "en",
    marketing: true,
    consentText: "en#2026-11",
    form: "/v1/trials",
    touch: { at },
    requestedAt: at,
  };
  const Item = marshall({ pk: `adr#${email}`, sk: "sign-up", ...row, ...due });
  await client.send(new PutItemCommand({ TableName: "Main", Item }));
}

function eventOf(body: string): object {
  const http = { method: "POST", path: "/v1/trials" };
  const headers = { "content-type": "application/json", "accept-language": "en-GB,en;q=0.9" };
  const requestContext = { requestId: "bench", http };
  return {
    routeKey: "POST /v1/trials",
    rawPath: http.path,
    rawQueryString: "",
    headers,
    body,
    isBase64Encoded: false,
    requestContext,
  };
}

async function counted(call: () => Promise<void>): Promise<Counted> {
  await tables.ask("forget");
  await call();
  return tables.ask("tell");
}

interface Tables {
  process: ChildProcess;
  endpoint: string;
  ask(what: "forget" | "tell"): Promise<Counted>;
}

async function startTables(): Promise<Tables> {
  const child = fork(path.join(import.meta.dirname, "counted-tables.ts"), {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const answer = <T>() => new Promise<T>((resolve) => child.once("message", (message) => resolve(message as T)));
  const { endpoint } = await answer<{ endpoint: string }>();
  return {
    process: child,
    endpoint,
    ask(what) {
      child.send(what);
      return answer();
    },
  };
}
