import { AssemblyError } from "./assembly-error.ts";
import type { Stack } from "./read-assembly.ts";
import { ACCOUNT, REGION } from "./resource-kind.ts";

/** Stands for "as if this were not written here"; the resolver drops it. */
export const NO_VALUE = Symbol("AWS::NoValue");

/** What CloudFormation itself knows of a deployment, as it is on this machine. */
export function pseudoParameter(stack: Stack, name: string): unknown {
  const known: Record<string, unknown> = {
    "AWS::AccountId": ACCOUNT,
    "AWS::Region": REGION,
    "AWS::Partition": "aws",
    "AWS::URLSuffix": "amazonaws.com",
    "AWS::StackName": stack.name,
    "AWS::StackId": `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${stack.name}/local`,
    "AWS::NoValue": NO_VALUE,
  };
  if (name in known) return known[name];
  throw new AssemblyError({ stack: stack.name }, `the local runtime does not know the pseudo parameter ${name}.`);
}
