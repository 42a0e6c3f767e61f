import type { HttpEvent, HttpResponse } from "../../../functions/platform/http-handler.ts";
import { routes } from "../../../infra/web/routes.ts";
import { requestEvent } from "../../../local/http/request-event.ts";
import { createRouteTable } from "../../../local/http/route-table.ts";

/** A request as somebody on the network sends it. */
export interface Sent {
  method: string;
  /** Percent-encoded, with the query. */
  path: string;
  headers?: Record<string, string>;
  /** Name=value each. */
  cookies?: readonly string[];
  body?: string | Buffer | undefined;
}

export type Handler = (event: HttpEvent, context: unknown) => Promise<HttpResponse>;

/** Every route of the product with the function behind it. */
export const allRouteKeys = Object.entries(routes).flatMap(([name, keys]) => keys.map((key) => ({ name, key })));

const find = createRouteTable(allRouteKeys.map(({ name, key }) => ({ key, functionArn: name })));
const api = { id: "api", domainName: "api.execute-api.invalid" };

/** The event that the gateway hands over for a request; undefined where it answers 404 by itself. */
export function eventFor({ method, path, headers = {}, cookies = [], body = "" }: Sent) {
  const at = path.indexOf("?");
  const [bare, query] = at < 0 ? [path, ""] : [path.slice(0, at), path.slice(at + 1)];
  const match = find(method, bare);
  const sentHeaders = Object.entries(headers).map(([name, value]): [string, string] => [name.toLowerCase(), value]);
  if (cookies.length > 0) sentHeaders.push(["cookie", cookies.join("; ")]);
  const request = { method, path: bare, query, headers: sentHeaders, body: Buffer.from(body), sourceIp: "192.0.2.1" };
  return match && { name: match.route.functionArn, event: requestEvent(request, match, api, Date.now()) as HttpEvent };
}

/** Sends a request through the routes to the deployed function's own entry file. */
export async function send(sent: Sent): Promise<HttpResponse> {
  const found = eventFor(sent);
  if (!found) return { statusCode: 404, headers: { "content-type": "application/json", "cache-control": "no-store" } };
  return handOver(found.name, found.event);
}

/** Hands a ready event to a function, for what no gateway would make of a request. */
export async function handOver(name: string, event: HttpEvent): Promise<HttpResponse> {
  return (await handlerOf(name))(event, {});
}

/** The entry file of a function; the first time takes as long as a cold start. */
export async function handlerOf(name: string): Promise<Handler> {
  return ((await import(`../../../functions/${name}.ts`)) as { handler: Handler }).handler;
}

/** A request with a JSON body. */
export function sendJson(
  method: string,
  path: string,
  value: unknown,
  more: Partial<Sent> = {},
): Promise<HttpResponse> {
  const headers = { "content-type": "application/json", ...more.headers };
  return send({ ...more, method, path, headers, body: typeof value === "string" ? value : JSON.stringify(value) });
}

/** A form as a browser on our own pages sends it. */
export function sendForm(
  path: string,
  fields: Record<string, string> | string,
  more: Partial<Sent> = {},
): Promise<HttpResponse> {
  const headers = { "content-type": "application/x-www-form-urlencoded", origin: BASE_URL, ...more.headers };
  const body = typeof fields === "string" ? fields : new URLSearchParams(fields).toString();
  return send({ ...more, method: "POST", path, headers, body });
}

/** Where the product believes itself to be, whatever a request says. */
export const BASE_URL = "https://tastemaker.example";
