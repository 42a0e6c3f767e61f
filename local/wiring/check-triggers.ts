import { AssemblyError } from "../assembly/assembly-error.ts";
import type { Assembly } from "../assembly/load-assembly.ts";
import { arnOf, type LoadedResource } from "../assembly/resource-kind.ts";
import type { HttpApi } from "../http/http-api.ts";
import { evaluate } from "../iam/evaluate.ts";
import { fitsArn } from "../iam/wildcard.ts";
import { type EventSourceMapping, eventSourceMapping } from "../resources/event-source-mapping.ts";
import type { Statement } from "../resources/iam-role.ts";
import { lambdaFunction, lambdaPermission } from "../resources/lambda-function.ts";
import { schedule } from "../resources/schedule.ts";

const OF_QUEUES = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"];
const OF_STREAMS = ["dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:DescribeStream"];

/** Checks the rights that AWS itself uses to call a function; without them the trigger would be silent in the cloud. */
export function checkTriggers(assembly: Assembly, roles: Map<string, Statement[]>, apis: HttpApi[]): void {
  for (const mapping of assembly.of(eventSourceMapping)) checkMapping(assembly, roles, mapping);
  for (const { properties, ...resource } of assembly.of(schedule)) {
    const { RoleArn, Arn } = properties.Target;
    need(roles, RoleArn, "lambda:InvokeFunction", Arn, { ...resource, type: schedule.type });
  }
  for (const api of apis) for (const route of api.routes) checkRoute(assembly, api, route);
}

function checkMapping(
  assembly: Assembly,
  roles: Map<string, Statement[]>,
  resource: LoadedResource<EventSourceMapping>,
) {
  const { EventSourceArn, FunctionName, DestinationConfig } = resource.properties;
  const target = assembly
    .of(lambdaFunction)
    .find(({ ref, attributes }) => [ref, attributes.Arn].includes(FunctionName));
  const role = target?.properties.Role ?? "";
  const where = { ...resource, type: eventSourceMapping.type };
  const actions = EventSourceArn.includes(":sqs:") ? OF_QUEUES : OF_STREAMS;
  for (const action of actions) need(roles, role, action, EventSourceArn, where);
  const destination = DestinationConfig?.OnFailure.Destination;
  if (destination !== undefined) need(roles, role, "sqs:SendMessage", destination, where);
}

function need(
  roles: Map<string, Statement[]>,
  roleArn: string,
  action: string,
  resource: string,
  where: { stackName: string; logicalId: string; type: string },
): void {
  if (evaluate(roles.get(roleArn) ?? [], { action, resource }) === "allowed") return;
  const problem = `its role ${roleArn} lacks ${action} on ${resource}, so it would never run in the cloud.`;
  throw new AssemblyError({ stack: where.stackName, logicalId: where.logicalId, type: where.type }, problem);
}

function checkRoute(assembly: Assembly, api: HttpApi, { key, functionArn }: HttpApi["routes"][number]): void {
  const [method = "", path = ""] = key.split(" ");
  const source = arnOf("execute-api", `${api.id}/$default/${method === "ANY" ? "GET" : method}${path}`);
  const permitted = assembly.of(lambdaPermission).some(({ properties }) => {
    const isGateway = properties.Principal === "apigateway.amazonaws.com";
    const target = [functionArn, functionArn.split(":").at(-1)].includes(properties.FunctionName);
    return isGateway && target && fitsArn(properties.SourceArn ?? "*", source);
  });
  if (permitted) return;
  throw new AssemblyError(
    { stack: api.id },
    `route ${key} has no Lambda permission, so it would answer 500 in the cloud.`,
  );
}
