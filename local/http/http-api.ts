import { AssemblyError } from "../assembly/assembly-error.ts";
import type { Assembly } from "../assembly/load-assembly.ts";
import type { Clock } from "../clock.ts";
import type { Functions } from "../lambda/functions.ts";
import { httpApi, httpApiIntegration, httpApiRoute } from "../resources/http-api.ts";
import { functionResponse } from "./function-response.ts";
import { type HttpRequest, type HttpResponse, plainMessage } from "./messages.ts";
import { requestEvent } from "./request-event.ts";
import { createRouteTable, type Route } from "./route-table.ts";

/** One HTTP API: finds the route, calls the function, gives its answer back. */
export interface HttpApi {
  id: string;
  domainName: string;
  routes: Route[];
  answer(request: HttpRequest): Promise<HttpResponse>;
}

const MAX_BODY_BYTES = 10 * 1024 * 1024;
const LONGEST_WAIT_MS = 30_000;

/** The HTTP APIs of the assembly. */
export function httpApis(assembly: Assembly, functions: Functions, clock: Clock): HttpApi[] {
  return assembly.of(httpApi).map(({ ref, attributes }) => {
    const domainName = (attributes.ApiEndpoint ?? "").replace("https://", "");
    const routes = routesOf(assembly, ref);
    const findRoute = createRouteTable(routes);
    return {
      id: ref,
      domainName,
      routes,
      async answer(request) {
        if (request.body.length > MAX_BODY_BYTES) return plainMessage(413, "Request Entity Too Large");
        if (!isDecodable(request.path)) return plainMessage(400, "Bad Request");
        const match = findRoute(request.method, request.path);
        if (match === undefined) return plainMessage(404, "Not Found");
        const event = requestEvent(request, match, { id: ref, domainName }, clock.now());
        return withinLimit(functions.invoke(match.route.functionArn, event).then(functionResponse));
      },
    };
  });
}

/** API Gateway waits no longer, whatever the function's own time-out is. */
function withinLimit(answered: Promise<HttpResponse>): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(plainMessage(503, "Service Unavailable")), LONGEST_WAIT_MS);
    answered.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function routesOf(assembly: Assembly, apiId: string): Route[] {
  const integrations = new Map(
    assembly.of(httpApiIntegration).map(({ ref, properties }) => [`integrations/${ref}`, properties.IntegrationUri]),
  );
  const routes = assembly.of(httpApiRoute).filter(({ properties }) => properties.ApiId === apiId);
  return routes.map(({ properties, stackName, logicalId }) => {
    const functionArn = integrations.get(properties.Target);
    if (functionArn !== undefined) return { key: properties.RouteKey, functionArn };
    const where = { stack: stackName, logicalId, type: httpApiRoute.type };
    throw new AssemblyError(where, `its target ${properties.Target} is no integration of the assembly.`);
  });
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
