import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { type CfnStage, type HttpApi, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { alarmOn } from "../parts/alarm-on.ts";
import { logRetention } from "../parts/limits.ts";
import { nameResource } from "../parts/name-resource.ts";

// Paths and queries carry codes and tokens, addresses carry people: the log has the route's pattern instead of the path.
const LOGGED = ["requestId", "requestTime", "routeKey", "status", "responseLatency", "integrationErrorMessage"];

// Whoever floods these makes us write mail to strangers; ordinary crowds of customers stay far below.
const MAILING_ROUTES = ["POST /trials", "POST /v1/trials", "POST /v1/sign-in"];

/** Publishes the API, with its access log, its limits and the alarm on faults. */
export function httpStage(scope: Construct, api: HttpApi): HttpStage {
  const log = new LogGroup(scope, "AccessLogs", { retention: logRetention, removalPolicy: RemovalPolicy.DESTROY });
  const stage = new HttpStage(scope, "Stage", {
    httpApi: api,
    autoDeploy: true,
    throttle: { rateLimit: 500, burstLimit: 1000 },
    accessLogSettings: { destination: new LogGroupLogDestination(log), format: accessLogFormat() },
  });
  limitMailingRoutes(stage, api);
  alarmOn(scope, "ApiFaults", {
    description: "A page or API call ended in a 5xx; the log group of the route's function has the reason.",
    metric: api.metricServerError({ period: Duration.minutes(5), statistic: "Sum" }),
  });
  nameResource(log, "AccessLogs");
  return nameResource(stage, "Stage");
}

function accessLogFormat(): AccessLogFormat {
  return AccessLogFormat.custom(
    JSON.stringify(Object.fromEntries(LOGGED.map((field) => [field, `$context.${field}`]))),
  );
}

function limitMailingRoutes(stage: HttpStage, api: HttpApi): void {
  const limit = { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 };
  const resource = stage.node.defaultChild as CfnStage;
  resource.routeSettings = Object.fromEntries(MAILING_ROUTES.map((route) => [route, limit]));
  // A stage may only name routes that exist.
  const ids = MAILING_ROUTES.map((route) => route.replace(" ", ""));
  resource.node.addDependency(...ids.map((id) => api.node.findChild(id)));
}
