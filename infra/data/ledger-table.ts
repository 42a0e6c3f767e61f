import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import { protectedTable } from "./protected-table.ts";

/** Ledger entries alone: a table of their own is what lets every role be denied changing or deleting one. */
export function ledgerTable(scope: Construct): Table {
  return protectedTable(scope, "Ledger");
}
