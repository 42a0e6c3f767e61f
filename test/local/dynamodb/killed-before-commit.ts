import { createDynamoDb } from "../../../local/dynamodb/engine.ts";
import { STARTED_AT, wire } from "./main-engine.ts";
import { MAIN } from "./main-table.ts";

// Runs as a process of its own and dies inside a transaction: the engine reads the clock a last time when all rows
// are written and the commit is not, to remember the client's token.
let inTransaction = false;
let readings = 0;
const engine = createDynamoDb({
  file: process.argv[2] as string,
  now() {
    if (inTransaction) readings += 1;
    if (readings === LAST_READING) process.kill(process.pid, "SIGKILL");
    return STARTED_AT;
  },
});
const LAST_READING = 4;

const put = (sk: string) => ({ Put: { TableName: "Main", Item: wire({ pk: "con_1", sk, dueShard: "s", dueAt: sk }) } });

engine.execute("CreateTable", { ...MAIN, TableName: "Main" });
engine.execute("PutItem", put("before").Put);
inTransaction = true;
engine.execute("TransactWriteItems", { ClientRequestToken: "token", TransactItems: [put("left"), put("right")] });
process.stdout.write("survived");
