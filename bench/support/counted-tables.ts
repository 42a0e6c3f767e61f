import { createDynamoDb } from "../../local/dynamodb/engine.ts";
import { createDynamoDbService } from "../../local/dynamodb/service.ts";
import { serveAwsService } from "../../test/support/serve-aws-service.ts";
import { mainTable } from "./main-table.ts";

/** What the tables were asked since they were told to forget. */
export interface Counted {
  calls: number;
  /** Write units, those of the indexes included. */
  units: number;
}

// A process of its own: what the tables do must not be counted as work of the function.
const engine = createDynamoDb({ file: ":memory:", now: Date.now });
engine.execute("CreateTable", { TableName: "Main", ...mainTable() });

let calls = 0;
let units = 0;
engine.onConsumed(({ index, writeUnits }) => {
  // Every index of a call is told of separately.
  if (index === undefined) calls += 1;
  units += writeUnits;
});

const { endpoint } = await serveAwsService(createDynamoDbService(engine));
process.on("message", (what) => {
  if (what === "forget") [calls, units] = [0, 0];
  process.send?.({ calls, units });
});
process.on("disconnect", () => process.exit());
process.send?.({ endpoint });
