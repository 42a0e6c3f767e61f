import { Readable } from "node:stream";
import { afterAll, beforeAll } from "vitest";
import { dynamo } from "../../../functions/platform/dynamo.ts";
import { createDynamoDbService } from "../../../local/dynamodb/service.ts";
import { starterStore } from "../../functions/support/starter-store.ts";

/** What the tables were asked to do while something was watched. */
export interface Seen {
  /** The operations that may write, in order. */
  writes: string[];
  /** How many of them changed something; a refused condition changes nothing. */
  applied: number;
  writeUnits: number;
}

/** The starter programme's tables, with the socket between the SDK and the engine left out and every write counted. */
export interface EdgeTables extends ReturnType<typeof starterStore> {
  /** Everything in both tables, as text. */
  picture(): string;
  /** What the tables are asked to do while `work` runs. */
  during<T>(work: () => Promise<T>): Promise<{ answer: T; seen: Seen }>;
}

/** Gives a test file its tables: thousands of requests a second would otherwise be spent on sockets to ourselves. */
export function edgeTables(): EdgeTables {
  const store = starterStore();
  let seen: Seen = nothingSeen();
  let stop = () => {};
  beforeAll(() => {
    answerFrom(createDynamoDbService(store.engine()));
    stop = store.engine().onConsumed(({ writeUnits }) => {
      seen.writeUnits += writeUnits;
    });
  });
  afterAll(() => stop());
  // The engine reports a refused conditional write as consumption too, so calls are counted where they leave the SDK.
  dynamo.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        if (!/^(Put|Update|Delete|Transact|BatchWrite)/.test(commandName)) return next(args);
        seen.writes.push(commandName);
        const done = await next(args);
        seen.applied += 1;
        return done;
      },
    { step: "initialize", name: "count-writes", override: true },
  );
  return {
    ...store,
    picture: () => JSON.stringify(store.snapshot()),
    async during(work) {
      const outer = seen;
      seen = nothingSeen();
      const answer = await work();
      const done = { answer, seen };
      seen = outer;
      return done;
    },
  };
}

function nothingSeen(): Seen {
  return { writes: [], applied: 0, writeUnits: 0 };
}

function answerFrom(service: ReturnType<typeof createDynamoDbService>): void {
  dynamo.config.requestHandler = {
    async handle({ method, path, headers, body }: Sent) {
      const lowered = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
      const call = { method, path, query: new URLSearchParams(), headers: lowered, accessKeyId: "LOCALTest" };
      const answer = await service.handle({ ...call, body: Buffer.from(new Uint8Array(body as Uint8Array)) });
      return {
        response: { statusCode: answer.status, headers: answer.headers ?? {}, body: Readable.from([answer.body]) },
      };
    },
  } as unknown as typeof dynamo.config.requestHandler;
}

interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: unknown;
}
