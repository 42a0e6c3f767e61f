import type { CfnResource } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/** "relay-outbox" → "RelayOutbox": the logical id of what a file in functions/ becomes. */
export function pascalCase(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}

/** Gives a resource a logical id without CDK's hash, so that templates, logs and the local product can be read by people. */
export function nameResource<T extends IConstruct>(construct: T, logicalId: string): T {
  const resource = (construct.node.defaultChild ?? construct) as CfnResource;
  resource.overrideLogicalId(logicalId);
  return construct;
}
