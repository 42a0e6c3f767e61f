import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/** Says beside the resource why a finding of the AWS Solutions rules does not apply to it. */
export function acceptFinding(construct: IConstruct, rule: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: `AwsSolutions-${rule}`, reason });
}
