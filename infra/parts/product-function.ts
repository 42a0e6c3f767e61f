import { existsSync } from "node:fs";
import path from "node:path";
import { type Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyDocument, type PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { acceptFinding } from "./accept-finding.ts";
import { functionTimeout, logRetention } from "./limits.ts";
import { nameResource, pascalCase } from "./name-resource.ts";
import { allow, type Right } from "./right.ts";

/** What is particular to one function. */
export interface FunctionParts {
  /** What it may use; the settings come with it. */
  may: Right[];
  timeout?: Duration;
  memoryMb?: number;
}

/** A deployed function and the document of its rights, to which its trigger adds what reading from it takes. */
export interface ProductFunction {
  lambda: LambdaFunction;
  rights: PolicyDocument;
}

/** Deploys the bundle of `functions/<name>.ts` under a role of its own, which may do what `may` says and write its log. */
export function productFunction(
  scope: Construct,
  name: string,
  bundles: string,
  { may, timeout = functionTimeout, memoryMb = 512 }: FunctionParts,
): ProductFunction {
  const id = pascalCase(name);
  const logGroup = new LogGroup(scope, `${id}Logs`, { retention: logRetention, removalPolicy: RemovalPolicy.DESTROY });
  const rights = new PolicyDocument({ statements: may.flatMap((right) => right.statements) });
  rights.addStatements(writeLog(logGroup));
  const lambda = new LambdaFunction(scope, id, {
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: "index.handler",
    code: Code.fromAsset(bundleOf(name, bundles), { exclude: ["*.map"] }),
    role: roleWith(scope, id, rights, may),
    environment: Object.assign({}, ...may.map((right) => right.settings)),
    timeout,
    memorySize: memoryMb,
    logGroup,
  });
  nameResource(logGroup, `${id}Logs`);
  return { lambda: nameResource(lambda, id), rights };
}

function bundleOf(name: string, bundles: string): string {
  const folder = path.join(bundles, name);
  if (existsSync(path.join(folder, "index.cjs"))) return folder;
  throw new Error(`The bundle ${folder}/index.cjs is missing: run "npm run build" (it bundles every functions/*.ts).`);
}

// The rights are in the role itself: no managed policy, whose content others decide, and nothing attached from afar.
function roleWith(scope: Construct, id: string, rights: PolicyDocument, may: Right[]): Role {
  const role = new Role(scope, `${id}Role`, {
    assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    inlinePolicies: { Rights: rights },
  });
  for (const [resource, reason] of may.flatMap(({ wildcards = {} }) => Object.entries(wildcards))) {
    acceptFinding(role, `IAM5[Resource::${resource}]`, reason);
  }
  return nameResource(role, `${id}Role`);
}

function writeLog(logGroup: LogGroup): PolicyStatement {
  return allow(["logs:CreateLogStream", "logs:PutLogEvents"], [logGroup.logGroupArn]);
}
