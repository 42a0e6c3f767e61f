import { type HttpRequest, type HttpResponse, headerOf } from "../http/messages.ts";

/** A request to the runtime itself, under `/_local`. */
export interface ControlRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  /** What `{name}` in the route's path stood for, decoded. */
  params: Record<string, string>;
  headers: Record<string, string>;
  body: Buffer;
  /** The body as JSON; an empty body is an empty object. */
  json(): unknown;
}

/** An object becomes JSON, a text HTML unless a content type says otherwise, nothing an empty 204. */
export interface ControlResponse {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer | object;
}

type ControlHandler = (request: ControlRequest) => ControlResponse | Promise<ControlResponse>;

/** The runtime's own routes; each part registers its own. */
export interface Control {
  on(method: string, path: string, handler: ControlHandler): void;
  answer(request: HttpRequest): Promise<HttpResponse>;
}

/** A request to the runtime that cannot be carried out; the detail says what to do instead. */
export class ControlRefusal extends Error {
  readonly status: number;
  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

interface Registered {
  method: string;
  segments: string[];
  handler: ControlHandler;
}

/** Makes the empty route table of `/_local`. */
export function createControl(): Control {
  const routes: Registered[] = [];
  return {
    on: (method, path, handler) => void routes.push({ method, segments: path.split("/"), handler }),
    async answer(request) {
      try {
        refuseStrangers(request);
        return responseOf(await handle(routes, request));
      } catch (cause) {
        return problem(cause);
      }
    },
  };
}

async function handle(routes: Registered[], request: HttpRequest): Promise<ControlResponse> {
  const method = request.method === "HEAD" ? "GET" : request.method;
  const given = request.path.split("/");
  for (const { segments, handler, ...route } of routes) {
    const params = route.method === method ? paramsOf(segments, given) : undefined;
    if (params !== undefined) return handler(controlRequest(request, params));
  }
  throw new ControlRefusal(
    404,
    `The runtime has no ${request.method} ${request.path}. GET /_local shows what there is.`,
  );
}

function paramsOf(segments: string[], given: string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    if (segment === "*") return { ...params, rest: given.slice(index).map(decodeURIComponent).join("/") };
    const value = given[index];
    if (value === undefined) return undefined;
    if (segment.startsWith("{")) params[segment.slice(1, -1)] = decodeURIComponent(value);
    else if (segment !== value) return undefined;
  }
  return segments.length === given.length ? params : undefined;
}

function controlRequest(request: HttpRequest, params: Record<string, string>): ControlRequest {
  const { method, path, body } = request;
  const query = new URLSearchParams(request.query);
  const headers = Object.fromEntries(request.headers);
  return { method, path, query, params, headers, body, json: () => parsed(body) };
}

function parsed(body: Buffer): unknown {
  try {
    return body.length === 0 ? {} : JSON.parse(body.toString("utf8"));
  } catch (cause) {
    throw new ControlRefusal(400, `The body is no JSON: ${(cause as Error).message}`);
  }
}

// A page that somebody happens to have open must not wind the clock or read the inbox.
function refuseStrangers(request: HttpRequest): void {
  const host = (headerOf(request, "host") ?? "").replace(/:\d+$/, "");
  const site = headerOf(request, "sec-fetch-site");
  if (host !== "127.0.0.1" && host !== "localhost") throw new ControlRefusal(403, "Only this machine is answered.");
  if (request.method !== "GET" && site === "cross-site") throw new ControlRefusal(403, "Other sites are not answered.");
}

function responseOf({ status, headers = {}, body }: ControlResponse): HttpResponse {
  const isJson = typeof body === "object" && !Buffer.isBuffer(body);
  const bytes = isJson ? Buffer.from(JSON.stringify(body)) : Buffer.from(body ?? "");
  const type = isJson ? "application/json" : "text/html; charset=utf-8";
  const given = Object.entries(headers).map(([name, value]): [string, string] => [name.toLowerCase(), value]);
  const typed = body === undefined || given.some(([name]) => name === "content-type");
  const all: [string, string][] = typed ? given : [["content-type", type], ...given];
  return {
    status: status ?? (body === undefined ? 204 : 200),
    headers: [["cache-control", "no-store"], ...all],
    body: bytes,
  };
}

function problem(cause: unknown): HttpResponse {
  const status = cause instanceof ControlRefusal ? cause.status : 500;
  if (status === 500) process.stderr.write(`The runtime failed: ${(cause as Error).stack}\n`);
  const body = { title: status === 500 ? "The runtime failed" : "Refused", status, detail: (cause as Error).message };
  return { ...responseOf({ status, body }), headers: [["content-type", "application/problem+json"]] };
}
