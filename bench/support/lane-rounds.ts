import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { brandWrite } from "../../functions/brand/store.ts";
import { compileContent } from "../../functions/content/rules/compile-content.ts";
import type { CompiledContent } from "../../functions/content/rules/compiled-content.ts";
import { sesTemplateOf, slotValues } from "../../functions/content/rules/ses-template.ts";
import { metaWrite, versionWrites } from "../../functions/content/store.ts";
import { sendBulk } from "../../functions/platform/bulk-mailer.ts";
import { commit } from "../../functions/platform/commit.ts";
import { getItems, queryAll } from "../../functions/platform/dynamo.ts";
import { type Item, keyOf } from "../../functions/platform/items.ts";
import { putItems } from "../../functions/platform/put-items.ts";
import type { PacedQueue } from "../../functions/platform/work-rows.ts";
import { readProgramme } from "../../functions/programme/rules/read-programme.ts";
import {
  SMALL_BODY,
  SMALL_SHARED,
  SMALL_VALUES,
  smallSource,
} from "../../test/functions/content/support/small-content.ts";
import { sendNow } from "../../test/functions/lanes/support/lane-sender.ts";
import { queueReaders } from "../../test/functions/lanes/support/queue-readers.ts";
import { starterFiles } from "../../test/functions/support/starter-programme.ts";
import type { ServicesOrder, ServicesTold } from "./lane-services.ts";

/** One send to measure, and when its first sender is to die (after so many accepted mails). */
export interface LaneCase {
  lane: PacedQueue;
  /** Of each of so many templates. */
  mails: number;
  templates: number;
  latencyMs: number;
  ratePerSecond: number;
  dieAfter?: number;
}

/** What a send took. */
export interface LaneFigures extends ServicesTold {
  /** Microseconds of CPU a mail: the whole sender; making the slots; the call; reading and writing the rows by bare calls. */
  cpuUs: number;
  slotsUs: number;
  callUs: number;
  rowsUs: number;
  /** Accepted mails a second, between the first and the last call. */
  rate: number;
  /** The largest the process became while it sent, in megabytes over what it was before. */
  grownMb: number;
}

const { lane, mails, templates, latencyMs, ratePerSecond, dieAfter } = JSON.parse(process.argv[2] ?? "") as LaneCase;
const at = new Date().toISOString();
const SENDER = path.join(import.meta.dirname, "../../test/functions/lanes/support/lane-sender.ts");
// Longer than a sender's lease, so that the next one takes it for dead.
const AFTER_ITS_LEASE_MS = 61_000;
const names = Array.from({ length: templates }, (_, number) => `template-${number}`);
const services = await startServices();
Object.assign(process.env, {
  AWS_ENDPOINT_URL_DYNAMODB: services.tables,
  AWS_ENDPOINT_URL_SESV2: services.ses,
  AWS_ENDPOINT_URL_SQS: services.ses,
  AWS_REGION: "eu-central-1",
  AWS_ACCESS_KEY_ID: "bench",
  AWS_SECRET_ACCESS_KEY: "bench",
  POWERTOOLS_LOG_LEVEL: "SILENT",
  MAIN_TABLE: "Main",
  BASE_URL: "https://tastemaker.example",
  SENDER_ADDRESS: "hello@lantern.example",
  TRANSACTIONAL_CONFIGURATION_SET: "transactional",
  TRANSACTIONAL_QUEUE_URL: "https://sqs.invalid/transactional",
  MARKETING_CONFIGURATION_SET: "marketing",
  MARKETING_QUEUE_URL: "https://sqs.invalid/marketing",
});
const content = await published();
// A first send warms everything up and is not measured.
await queueReaders("warm", 1000, at, { kind: lane, template: "template-0" });
await sendNow(lane);
for (const template of names) await queueReaders(template, mails, at, { kind: lane, template });
console.log(JSON.stringify(await measured()));
services.process.kill();

async function measured(): Promise<LaneFigures> {
  const floor = await floorOf(content);
  await services.order({ latencyMs, ratePerSecond });
  await services.order("forget");
  globalThis.gc?.();
  const before = { cpu: process.cpuUsage(), rss: process.memoryUsage().rss };
  let largest = before.rss;
  const watch = setInterval(() => {
    largest = Math.max(largest, process.memoryUsage().rss);
  }, 50);
  if (dieAfter) await dieInTheMiddle(dieAfter);
  await sendNow(lane, dieAfter ? AFTER_ITS_LEASE_MS : 0);
  clearInterval(watch);
  const { user, system } = process.cpuUsage(before.cpu);
  const told = await services.order("audit");
  const sent = told.mails;
  const seconds = (told.lastMs - told.firstMs) / 1000;
  return {
    ...told,
    cpuUs: (user + system) / sent,
    ...floor,
    rate: seconds > 0 ? (told.lapMails - told.lastMails) / seconds : 0,
    grownMb: (largest - before.rss) / 1e6,
  };
}

/** A sender in a process of its own is killed as soon as the provider has so many mails. */
async function dieInTheMiddle(after: number): Promise<void> {
  const sender = fork(SENDER, [lane], { stdio: "inherit" });
  const ended = new Promise((resolve) => sender.once("exit", resolve));
  while ((await services.order("tell")).mails < after) await new Promise((resolve) => setTimeout(resolve, 2));
  sender.kill("SIGKILL");
  await ended;
  await services.order("lap");
}

/** What no sender can do without: reading its rows, a reader's slots, the call that carries them, and writing the row. */
async function floorOf(made: CompiledContent) {
  await services.order({ latencyMs: 0, ratePerSecond: 1e9 });
  const rounds = 40;
  const fill = (number: number) =>
    slotValues(made, { ...SMALL_VALUES, contact: { name: `Reader ${number}` } }, "Europe/Berlin");
  for (let number = 0; number < 2000; number++) fill(number);
  const copies = Array.from({ length: 50 }, (_, number) => {
    const slots = fill(number);
    if (!slots.ok) throw new Error(slots.reason);
    const headers = {
      "List-Unsubscribe":
        "<https://tastemaker.example/unsubscribe?t=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa>",
    };
    const tags = { message: `msg_${number}aaaaaaaaaaaaaaaaaaaaaa`, contact: `con_${number}` };
    return { to: `reader-${number}@example.com`, values: slots.values, headers, tags };
  });
  const call = () => sendBulk({ lane, fromName: "Lantern", template: sesTemplateOf(made).name, copies });
  for (let number = 0; number < 10; number++) await call();
  const slotsUs = await cpuOf(async () => {
    for (let number = 0; number < rounds * 50; number++) fill(number);
  });
  const callUs = await cpuOf(async () => {
    for (let number = 0; number < rounds; number++) await call();
  });
  const rowsUs = await rowsFloor(rounds / 2);
  return { slotsUs: slotsUs / (rounds * 50), callUs: callUs / (rounds * 50), rowsUs };
}

/** A message, its contact and a suppression read, and the message written, in full calls of DynamoDB's batches. */
async function rowsFloor(rounds: number): Promise<number> {
  const ids = Array.from({ length: 100 }, (_, number) => `con_warm-${number}`);
  const messages = (await Promise.all(ids.map((pk) => queryAll<Item>({ pk, prefix: "message#" })))).flat();
  const once = async () => {
    await Promise.all([
      getItems(messages.map(keyOf)),
      getItems(ids.map((pk) => ({ pk, sk: "contact" }))),
      getItems(ids.map((id) => ({ pk: `adr#${id}`, sk: "suppression" }))),
    ]);
    await putItems(messages);
  };
  for (let number = 0; number < 5; number++) await once();
  const spent = await cpuOf(async () => {
    for (let number = 0; number < rounds; number++) await once();
  });
  return spent / (rounds * 100);
}

async function cpuOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

async function published(): Promise<CompiledContent> {
  const read = readProgramme(starterFiles());
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  await commit([brandWrite(read.programme.brand)]);
  const made: CompiledContent[] = [];
  for (const name of names) made.push(await publish(name));
  return made[0] as CompiledContent;
}

async function publish(name: string): Promise<CompiledContent> {
  const source = smallSource({ kind: lane, body: `${SMALL_BODY}<mj-text>${name}</mj-text>` });
  const compiled = await compileContent(source, SMALL_SHARED, "en");
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const { content: made } = compiled;
  const version = { version: 1, publishedAt: at, publishedBy: "bench", locales: ["en" as const] };
  const meta = { name, title: name, kind: source.kind, publishedVersion: 1, latestVersion: 1 };
  await commit([
    metaWrite({ ...meta, updatedAt: at, updatedBy: "bench" }, undefined),
    ...versionWrites(name, version, source, [{ content: made, ses: "stored", sesTemplate: sesTemplateOf(made).name }]),
  ]);
  return made;
}

interface Services {
  process: ChildProcess;
  tables: string;
  ses: string;
  order(order: ServicesOrder): Promise<ServicesTold>;
}

async function startServices(): Promise<Services> {
  const child = fork(path.join(import.meta.dirname, "lane-services.ts"), {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const answer = <T>() => new Promise<T>((resolve) => child.once("message", (message) => resolve(message as T)));
  const endpoints = await answer<{ tables: string; ses: string }>();
  return {
    ...endpoints,
    process: child,
    order(order) {
      child.send(order);
      return answer();
    },
  };
}
