import { randomUUID } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { ACCOUNT } from "../assembly/resource-kind.ts";
import { type HttpRequest, headerOf } from "./messages.ts";
import type { RouteMatch } from "./route-table.ts";

// Seen on the real gateway: only these arrive as text. A form (application/x-www-form-urlencoded) arrives as base64.
const TEXT_TYPE = /^(text\/.*|application\/(json|xml|javascript))$/;

/** The event of payload format 2.0 that API Gateway hands to a function. */
export function requestEvent(
  request: HttpRequest,
  { route, parameters }: RouteMatch,
  api: { id: string; domainName: string },
  now: number,
): APIGatewayProxyEventV2 {
  const path = decodeURIComponent(request.path);
  const cookies = headerOf(request, "cookie")?.split(/;\s*/);
  return {
    version: "2.0",
    routeKey: route.key,
    rawPath: path,
    rawQueryString: request.query,
    ...(cookies === undefined ? {} : { cookies }),
    headers: headersOf(request, api.domainName),
    ...(request.query === "" ? {} : { queryStringParameters: queryOf(request.query) }),
    ...(Object.keys(parameters).length === 0 ? {} : { pathParameters: parameters }),
    requestContext: {
      accountId: ACCOUNT,
      apiId: api.id,
      domainName: api.domainName,
      domainPrefix: api.id,
      http: {
        method: request.method,
        path,
        protocol: "HTTP/1.1",
        sourceIp: request.sourceIp,
        userAgent: headerOf(request, "user-agent") ?? "",
      },
      requestId: randomUUID(),
      routeKey: route.key,
      stage: "$default",
      time: commonLogTime(now),
      timeEpoch: now,
    },
    ...bodyOf(request),
  };
}

function headersOf(request: HttpRequest, domainName: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of request.headers) {
    if (name === "cookie" || name === "connection" || name === "transfer-encoding") continue;
    headers[name] = headers[name] === undefined ? value : `${headers[name]},${value}`;
  }
  // The distribution does not pass the viewer's Host on: whatever a visitor claims there never reaches a function.
  return { ...headers, host: domainName, "x-forwarded-port": "443", "x-forwarded-proto": "https" };
}

function queryOf(query: string): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    joined[name] = Object.hasOwn(joined, name) ? `${joined[name]},${value}` : value;
  }
  return joined;
}

function bodyOf(request: HttpRequest): { body?: string; isBase64Encoded: boolean } {
  if (request.body.length === 0) return { isBase64Encoded: false };
  const type = headerOf(request, "content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (TEXT_TYPE.test(type)) return { body: request.body.toString("utf8"), isBase64Encoded: false };
  return { body: request.body.toString("base64"), isBase64Encoded: true };
}

function commonLogTime(now: number): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(now).toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}
