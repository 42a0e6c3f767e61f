import type { Activity } from "../activity.ts";
import type { Assembly } from "../assembly/load-assembly.ts";
import { createDynamoDbService } from "../dynamodb/service.ts";
import { createAuthorize } from "../gateway/authorize.ts";
import { type AwsGateway, startAwsGateway } from "../gateway/aws-gateway.ts";
import { createCallCounts } from "../gateway/call-counts.ts";
import type { Faults } from "../gateway/faults.ts";
import { snsService } from "../queues/sns-service.ts";
import { sqsService } from "../queues/sqs-service.ts";
import type { Statement } from "../resources/iam-role.ts";
import { lambdaFunction } from "../resources/lambda-function.ts";
import { sesService } from "../ses/ses-service.ts";
import { type CapacityReport, createCapacityReport } from "./capacity-report.ts";
import type { Stores } from "./stores.ts";

interface Parts {
  assembly: Assembly;
  stores: Stores;
  roles: Map<string, Statement[]>;
  faults: Faults;
  activity: Activity;
  crash: () => never;
}

/** Opens the address of the AWS services, where every call is checked, counted and, if so ordered, disturbed. */
export async function openGateway(
  { assembly, stores, roles, faults, activity, crash }: Parts,
  closing: AsyncDisposableStack,
): Promise<{ gateway: AwsGateway; capacity: CapacityReport }> {
  const { dynamoDb, queues, topics, ses } = stores;
  const counts = createCallCounts();
  const gateway: AwsGateway = await startAwsGateway({
    services: [
      createDynamoDbService(dynamoDb),
      sqsService(queues, { endpoint: () => gateway.url }),
      snsService(topics),
      sesService(ses),
    ],
    authorize: createAuthorize(statementsByCaller(assembly, roles)),
    faults,
    counts,
    crash,
  });
  closing.defer(() => gateway.close());
  activity.watch("calls to AWS services", gateway.inFlight);
  return { gateway, capacity: createCapacityReport(dynamoDb, counts) };
}

function statementsByCaller(assembly: Assembly, roles: Map<string, Statement[]>): Map<string, Statement[]> {
  const functions = assembly.of(lambdaFunction);
  return new Map(functions.map(({ logicalId, properties }) => [logicalId, roles.get(properties.Role) ?? []]));
}
