import { existsSync } from "node:fs";
import { join } from "node:path";
import { AssemblyError } from "../assembly/assembly-error.ts";
import type { Assembly } from "../assembly/load-assembly.ts";
import { type LoadedResource, REGION } from "../assembly/resource-kind.ts";
import { accessKeyOf } from "../gateway/aws-request.ts";
import { type LambdaFunction, lambdaFunction } from "../resources/lambda-function.ts";
import type { FunctionDefinition } from "./deployed-function.ts";

const RUNTIME = "nodejs24.x";
// Two processors are shared by everything, so more threads of one function would only queue there.
const CONCURRENCY = 4;

/** Every function of the assembly, as it will run here. */
export function functionDefinitions(assembly: Assembly, gatewayUrl: string): FunctionDefinition[] {
  const seen = new Set<string>();
  return assembly.of(lambdaFunction).map((resource) => {
    if (seen.has(resource.logicalId))
      refuse(resource, "two functions have this logical id, so calls cannot be told apart.");
    seen.add(resource.logicalId);
    return definition(resource, assembly, gatewayUrl);
  });
}

function definition(
  resource: LoadedResource<LambdaFunction>,
  assembly: Assembly,
  gatewayUrl: string,
): FunctionDefinition {
  const { properties, logicalId, ref, attributes } = resource;
  if (properties.Runtime !== RUNTIME)
    refuse(resource, `runs on ${properties.Runtime}; locally there is only ${RUNTIME}.`);
  const [file = "", exportName = ""] = properties.Handler.split(".");
  return {
    logicalId,
    name: ref,
    arn: attributes.Arn ?? "",
    roleArn: properties.Role,
    bundle: bundlePath(resource, assembly.asset(properties.Code.S3Key), file),
    exportName,
    timeoutMs: properties.Timeout * 1000,
    memoryMegabytes: properties.MemorySize,
    concurrency: Math.min(CONCURRENCY, properties.ReservedConcurrentExecutions ?? CONCURRENCY),
    environment: { ...platformEnvironment(resource, gatewayUrl), ...properties.Environment?.Variables },
  };
}

function bundlePath(resource: LoadedResource<LambdaFunction>, folder: string | undefined, file: string): string {
  const paths = [".js", ".mjs", ".cjs"].map((ending) => join(folder ?? "", `${file}${ending}`));
  const bundle = paths.find((path) => existsSync(path));
  if (bundle !== undefined) return bundle;
  return refuse(resource, `its asset has no ${file}.js, .mjs or .cjs; build the bundles and synthesize again.`);
}

/** What the Lambda service itself puts into a function's environment, with this machine as the cloud. */
function platformEnvironment(resource: LoadedResource<LambdaFunction>, gatewayUrl: string): Record<string, string> {
  return {
    TZ: ":UTC",
    LANG: "en_US.UTF-8",
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: accessKeyOf(resource.logicalId),
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_EXECUTION_ENV: `AWS_Lambda_${RUNTIME}`,
    AWS_LAMBDA_FUNCTION_NAME: resource.ref,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(resource.properties.MemorySize),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${resource.ref}`,
    AWS_LAMBDA_LOG_STREAM_NAME: "local",
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    _HANDLER: resource.properties.Handler,
    // The SDK would look for profiles in the home folder of whoever runs this machine.
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_ENDPOINT_URL_DYNAMODB: gatewayUrl,
    AWS_ENDPOINT_URL_SQS: gatewayUrl,
    AWS_ENDPOINT_URL_SNS: gatewayUrl,
    AWS_ENDPOINT_URL_SESV2: gatewayUrl,
  };
}

function refuse({ stackName, logicalId }: LoadedResource<LambdaFunction>, problem: string): never {
  throw new AssemblyError({ stack: stackName, logicalId, type: lambdaFunction.type }, problem);
}
