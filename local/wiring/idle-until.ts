import type { Assembly } from "../assembly/load-assembly.ts";
import type { DynamoDb } from "../dynamodb/engine.ts";
import { dynamoDbTable } from "../resources/dynamodb-table.ts";
import type { Idle } from "../schedules/scheduler.ts";

/** Tells, for a schedule that is idle before the first row of an index, when that row comes due. */
export function idleUntil(assembly: Assembly, dynamoDb: DynamoDb): (idle: Idle) => number | undefined {
  return ({ table, index, sortKey }) => {
    const name = assembly.of(dynamoDbTable).find(({ logicalId }) => logicalId === table)?.ref;
    if (name === undefined)
      throw new Error(`A schedule's "tastemaker:idle" names the table ${table}, which is not there.`);
    const earliest = dynamoDb.earliest(name, index, sortKey);
    if (earliest === undefined) return undefined;
    const instant = Date.parse(earliest.S ?? "");
    if (!Number.isNaN(instant)) return instant;
    throw new Error(`The earliest ${sortKey} in index ${index} is no instant: ${JSON.stringify(earliest)}.`);
  };
}
