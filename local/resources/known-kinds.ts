import type { ResourceKind } from "../assembly/resource-kind.ts";
import { bucket } from "./bucket.ts";
import { distribution, edgeFunction } from "./distribution.ts";
import { dynamoDbTable } from "./dynamodb-table.ts";
import { eventSourceMapping } from "./event-source-mapping.ts";
import { httpApi, httpApiIntegration, httpApiRoute, httpApiStage } from "./http-api.ts";
import { iamPolicy, iamRole } from "./iam-role.ts";
import { lambdaFunction, lambdaPermission } from "./lambda-function.ts";
import { nothingToRun } from "./nothing-to-run.ts";
import { responseHeadersPolicy } from "./response-headers-policy.ts";
import { schedule } from "./schedule.ts";
import { sesConfigurationSet, sesEmailIdentity, sesEventDestination } from "./ses-sending.ts";
import { snsSubscription, snsTopic } from "./sns-topic.ts";
import { sqsQueue } from "./sqs-queue.ts";

/** Every resource type that the local runtime knows; a template with any other does not start. */
export const knownKinds: ResourceKind[] = [
  bucket,
  distribution,
  dynamoDbTable,
  edgeFunction,
  eventSourceMapping,
  httpApi,
  httpApiIntegration,
  httpApiRoute,
  httpApiStage,
  iamPolicy,
  iamRole,
  lambdaFunction,
  lambdaPermission,
  responseHeadersPolicy,
  schedule,
  sesConfigurationSet,
  sesEmailIdentity,
  sesEventDestination,
  snsSubscription,
  snsTopic,
  sqsQueue,
  ...nothingToRun,
];
