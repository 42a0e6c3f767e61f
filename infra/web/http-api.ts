import { HttpApi, HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { Construct } from "constructs";
import type { Functions } from "../engine/deploy-functions.ts";
import type { FunctionName } from "../engine/function-list.ts";
import { acceptFinding } from "../parts/accept-finding.ts";
import { nameResource, pascalCase } from "../parts/name-resource.ts";
import { routes } from "./routes.ts";

/** The API behind the site: every route of the list, handed to its function. */
export function httpApi(scope: Construct, functions: Functions): HttpApi {
  const api = nameResource(new HttpApi(scope, "Api", { createDefaultStage: false }), "Api");
  for (const [name, itsRoutes] of Object.entries(routes)) {
    const { lambda } = functions[name as FunctionName];
    const integration = new HttpLambdaIntegration(pascalCase(name), lambda);
    for (const route of itsRoutes) addRoute(api, route, integration);
  }
  return api;
}

/** Mail programs and link checkers ask for pages by HEAD; a gateway that only knows GET would call our links dead. */
function methodsOf(method: HttpMethod, path: string): HttpMethod[] {
  return method === HttpMethod.GET && !path.startsWith("/v1/") ? [method, HttpMethod.HEAD] : [method];
}

function addRoute(api: HttpApi, route: string, integration: HttpLambdaIntegration): void {
  const [method, path] = route.split(" ") as [HttpMethod, string];
  for (const added of api.addRoutes({ path, methods: methodsOf(method, path), integration })) {
    acceptFinding(added, "APIG4", "The function behind the route checks session, key or token and denies by default.");
  }
}
