import { z } from "zod";
import { arnOf, REGION, type ResourceKind } from "../assembly/resource-kind.ts";
import { understood } from "./understood.ts";

const Api = z.strictObject({
  Name: z.string(),
  ProtocolType: z.literal("HTTP"),
  Description: understood,
  DisableExecuteApiEndpoint: understood,
  Tags: understood,
});

export const httpApi: ResourceKind<z.infer<typeof Api>> = {
  type: "AWS::ApiGatewayV2::Api",
  properties: Api,
  identify({ stackName, logicalId }) {
    const id = `${stackName}-${logicalId}`.toLowerCase();
    return { ref: id, attributes: { ApiId: id, ApiEndpoint: `https://${id}.execute-api.${REGION}.amazonaws.com` } };
  },
};

const Stage = z.strictObject({
  ApiId: z.string(),
  // The default stage adds nothing to the path; another one would.
  StageName: z.literal("$default"),
  AutoDeploy: z.boolean(),
  Description: understood,
  AccessLogSettings: understood,
  // Throttling guards the cloud bill; one person cannot reach it on one machine.
  DefaultRouteSettings: understood,
  RouteSettings: understood,
  Tags: understood,
});

export const httpApiStage: ResourceKind<z.infer<typeof Stage>> = {
  type: "AWS::ApiGatewayV2::Stage",
  properties: Stage,
  identify: () => ({ ref: "$default", attributes: {} }),
};

const Integration = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal("AWS_PROXY"),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal("2.0"),
  IntegrationMethod: understood,
  TimeoutInMillis: z.number().optional(),
  Description: understood,
});

export const httpApiIntegration: ResourceKind<z.infer<typeof Integration>> = {
  type: "AWS::ApiGatewayV2::Integration",
  properties: Integration,
  identify: ({ stackName, logicalId }) => ({ ref: `${stackName}-${logicalId}`, attributes: {} }),
};

const Route = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.literal("NONE").optional(),
  OperationName: understood,
});

export const httpApiRoute: ResourceKind<z.infer<typeof Route>> = {
  type: "AWS::ApiGatewayV2::Route",
  properties: Route,
  identify: ({ stackName, logicalId }) => ({ ref: arnOf("apigateway", `${stackName}-${logicalId}`), attributes: {} }),
};
