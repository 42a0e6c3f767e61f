import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, BillingMode, Table, TableEncryption, type TableProps } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import { nameResource } from "../parts/name-resource.ts";

/** A table that survives mistakes: restorable to any second of 35 days, not deletable, kept when the stack goes. */
export function protectedTable(scope: Construct, name: string, props: Partial<TableProps> = {}): Table {
  const table = new Table(scope, name, {
    partitionKey: { name: "pk", type: AttributeType.STRING },
    sortKey: { name: "sk", type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.AWS_MANAGED,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    ...props,
  });
  return nameResource(table, name);
}
