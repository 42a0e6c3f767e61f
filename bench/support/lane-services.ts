import { createDynamoDb } from "../../local/dynamodb/engine.ts";
import { createDynamoDbService } from "../../local/dynamodb/service.ts";
import { serveAwsService } from "../../test/support/serve-aws-service.ts";
import { BulkProvider, type ProviderSettings, type ProviderTold } from "./bulk-provider.ts";
import { mainTable } from "./main-table.ts";

/** What the tables and the provider were asked since they were told to forget. */
export interface ServicesTold extends ProviderTold {
  tableCalls: number;
  readUnits: number;
  writeUnits: number;
  /** Messages that are still due, and those parked as unknown. */
  open: number;
  unknown: number;
}

/** What the services can be told: to forget what they counted, to begin a new lap, to tell, or how the provider behaves. */
export type ServicesOrder = "forget" | "lap" | "tell" | "audit" | ProviderSettings;

// A process of its own: what the tables and the provider do must not be counted as work of the sender.
const engine = createDynamoDb({ file: ":memory:", now: Date.now });
engine.execute("CreateTable", { TableName: "Main", ...mainTable() });
const provider = new BulkProvider();
const counted = { tableCalls: 0, readUnits: 0, writeUnits: 0 };
engine.onConsumed(({ index, readUnits, writeUnits }) => {
  // Every index of a call is told of separately.
  if (index === undefined) counted.tableCalls += 1;
  counted.readUnits += readUnits;
  counted.writeUnits += writeUnits;
});

const tables = await serveAwsService(createDynamoDbService(engine));
const ses = await serveAwsService(provider.service());
process.on("message", (order: ServicesOrder) => {
  if (order === "forget") {
    Object.assign(counted, { tableCalls: 0, readUnits: 0, writeUnits: 0 });
    provider.forget();
  } else if (order === "lap") provider.lap();
  else if (typeof order === "object") provider.behave(order);
  const states = order === "audit" ? statesOf() : { open: 0, unknown: 0 };
  process.send?.({ ...counted, ...provider.tell(), ...states } satisfies ServicesTold);
});
function statesOf() {
  const messages = (engine.snapshot().Main ?? []).filter(({ sk }) => String(sk?.S).startsWith("message#"));
  const count = (state: string) => messages.filter((row) => row.state?.S === state).length;
  return { open: count("queued"), unknown: count("unknown") };
}

process.on("disconnect", () => process.exit());
process.send?.({ tables: tables.endpoint, ses: ses.endpoint });
