import { join, resolve } from "node:path";
import { tokenKeys } from "../../../functions/platform/token-keys.ts";
import { createActivity } from "../../../local/activity.ts";
import { type Assembly, loadAssembly } from "../../../local/assembly/load-assembly.ts";
import { createDynamoDbService } from "../../../local/dynamodb/service.ts";
import { prepareStore } from "../../../local/first-run.ts";
import { httpApis } from "../../../local/http/http-api.ts";
import { functionDefinitions } from "../../../local/lambda/function-definitions.ts";
import { createLogBook } from "../../../local/lambda/log-book.ts";
import { snsService } from "../../../local/queues/sns-service.ts";
import { sqsService } from "../../../local/queues/sqs-service.ts";
import { knownKinds } from "../../../local/resources/known-kinds.ts";
import type { Runtime } from "../../../local/runtime.ts";
import { sesService } from "../../../local/ses/ses-service.ts";
import { startMoving } from "../../../local/wiring/start-moving.ts";
import { openStores } from "../../../local/wiring/stores.ts";
import { stateOf } from "../../support/product-state.ts";
import { type AwsGate, openAwsGate } from "./aws-gate.ts";
import type { Note } from "./notes.ts";
import { type ProductTime, productTime } from "./product-time.ts";
import type { Reach } from "./reach.ts";
import { threadFunctions } from "./thread-functions.ts";

/** A product that runs in the test's own thread, on the stores of a folder. */
export interface OneThreadProduct extends Reach {
  /** Puts notes into the workers' queues. */
  note(notes: Note[]): void;
  close(): Promise<void>;
}

/** What products that follow one another in one thread share. */
export interface Bench {
  gate: AwsGate;
  open(folder: string): Promise<OneThreadProduct>;
  /** Fills an empty folder: the starter programme, a key for the shop. */
  prepare(folder: string): Promise<void>;
  close(): Promise<void>;
}

const ROOT = resolve(import.meta.dirname, "../../..");
const URL = "http://127.0.0.1:3999";

/**
 * The deployed assembly with its tables, stream, queues, schedule, mail and routes, but with the functions called in
 * this thread: opening it again on a copied folder takes milliseconds, so every single step can be a crash.
 */
export async function openBench(): Promise<Bench> {
  const gate = await openAwsGate();
  const assembly = loadAssembly(join(ROOT, "cdk.out"), { kinds: knownKinds, parameters: { BaseUrl: URL } });
  for (const { environment } of functionDefinitions(assembly, gate.url)) Object.assign(process.env, environment);
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: "LOCALTest", POWERTOOLS_LOG_LEVEL: "SILENT" });
  const time = productTime();
  return {
    gate,
    open: async (folder) => (await start(folder, { assembly, gate, time })).product,
    async prepare(folder) {
      const { product, runtime } = await start(folder, { assembly, gate, time });
      await prepareStore(runtime, join(ROOT, "templates"), () => undefined);
      // The functions of all products share this thread's memory, and so must share the key that they remember in it.
      await tokenKeys();
      await product.close();
    },
    async close() {
      time.restore();
      await gate.close();
    },
  };
}

interface Shared {
  assembly: Assembly;
  gate: AwsGate;
  time: ProductTime;
}

async function start(folder: string, { assembly, gate, time }: Shared) {
  const closing = new AsyncDisposableStack();
  const stores = time.real(() => openStores(folder, assembly, closing));
  const { clock, dynamoDb, queues, topics, ses, state } = stores;
  time.follow(clock);
  closing.defer(() => time.follow(undefined));
  gate.serve([
    createDynamoDbService(dynamoDb),
    sqsService(queues, { endpoint: () => gate.url }),
    snsService(topics),
    sesService(ses),
  ]);
  const activity = createActivity();
  activity.watch("calls to AWS services", gate.inFlight);
  const functions = threadFunctions(functionDefinitions(assembly, gate.url), activity);
  // A sweep that has just begun must not reach into the stores of the product that follows.
  closing.defer(() => atRest(() => functions.running() + gate.inFlight()));
  const winder = startMoving({ assembly, stores, functions, activity, logs: createLogBook(clock) }, closing);
  const [api] = httpApis(assembly, functions, clock);
  if (!api) throw new Error("The assembly has no HTTP API.");
  const product: OneThreadProduct = {
    url: URL,
    serverKey: () => state.read("server key") ?? "",
    async post(path, body, headers = {}) {
      const { pathname, search } = new globalThis.URL(path, URL);
      const answer = await api.answer({
        method: "POST",
        path: pathname,
        query: search.slice(1),
        headers: Object.entries(headers),
        body: Buffer.from(body),
        sourceIp: "127.0.0.1",
      });
      const set = answer.headers.filter(([name]) => name.toLowerCase() === "set-cookie");
      const cookies = set.map(([, value]) => value.split(";")[0]).join("; ");
      return { status: answer.status, text: answer.body.toString(), cookies };
    },
    state: () => stateOf({ dynamoDb, ses, clock }),
    now: async () => new Date(clock.now()).toISOString(),
    windTo: async (instant) => void (await winder.windTo(Date.parse(instant))),
    settle: () => activity.settle(),
    note(notes) {
      for (const { queue, row } of notes) queues.send(`Tastemaker-Engine-${queue}`, { body: JSON.stringify(row) });
    },
    close: () => closing.disposeAsync(),
  };
  const runtime = { ...stores, activity, functions, output: assembly.output } as unknown as Runtime;
  return { product, runtime };
}

async function atRest(running: () => number): Promise<void> {
  while (running() > 0) await new Promise((resolve) => setTimeout(resolve, 2));
}
