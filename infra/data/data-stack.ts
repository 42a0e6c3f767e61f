import { type App, Stack } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { ledgerTable } from "./ledger-table.ts";
import { mainTable } from "./main-table.ts";

/** What is remembered. */
export class DataStack extends Stack {
  readonly main: Table;
  readonly ledger: Table;

  constructor(app: App, id: string) {
    super(app, id);
    this.main = mainTable(this);
    this.ledger = ledgerTable(this);
  }
}
