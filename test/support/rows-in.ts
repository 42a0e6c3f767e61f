import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDb } from "../../local/dynamodb/engine.ts";
import type { Row } from "./product-state.ts";

/** Every row of a table as the product wrote it. */
export function rowsIn(engine: DynamoDb, table: string): Row[] {
  return (engine.snapshot()[table] ?? []).map((item) => unmarshall(item as never) as Row);
}
