import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

interface Template {
  Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;
}

/** The main table as it is deployed, so that the units counted are the ones that are paid. */
export function mainTable(): Record<string, unknown> {
  const file = path.resolve(import.meta.dirname, "../../cdk.out/Tastemaker-Data.template.json");
  if (!existsSync(file)) throw new Error('There is no assembly yet: run "npm run assemble"');
  const { Resources } = JSON.parse(readFileSync(file, "utf8")) as Template;
  const { BillingMode, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = Resources.Main?.Properties ?? {};
  const StreamSpecification = { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" };
  return { BillingMode, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, StreamSpecification };
}
