import { createContext, runInContext } from "node:vm";
import type { HttpRequest, HttpResponse } from "../http/messages.ts";

/** What a CloudFront function makes of a request: another request, or an answer of its own. */
export type EdgeResult = { request: HttpRequest } | { response: HttpResponse };

type Values = Record<string, { value: string }>;

interface EdgeAnswer {
  statusCode?: number;
  uri?: string;
  headers?: Values;
  body?: string | { data: string };
}

// CloudFront counts a millisecond of processor time; here only an endless loop must end, however busy the machine is.
const LIMIT_MS = 5_000;

/** Runs the code of a CloudFront function (viewer request), which knows neither modules nor the network. */
export function edgeFunction(code: string): (request: HttpRequest) => EdgeResult {
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  runInContext(code, context, { timeout: LIMIT_MS });
  return (request) => {
    context.input = JSON.stringify(eventOf(request));
    const output: unknown = runInContext("JSON.stringify(handler(JSON.parse(input)))", context, { timeout: LIMIT_MS });
    const answer = JSON.parse(String(output)) as EdgeAnswer;
    if (answer.statusCode !== undefined) return { response: responseOf(answer, answer.statusCode) };
    return { request: { ...request, path: answer.uri ?? request.path } };
  };
}

function eventOf({ method, path, query, headers, sourceIp }: HttpRequest): object {
  const asValues = (pairs: Iterable<[string, string]>): Values =>
    Object.fromEntries([...pairs].map(([name, value]) => [name, { value }]));
  return {
    version: "1.0",
    context: { eventType: "viewer-request" },
    viewer: { ip: sourceIp },
    request: {
      method,
      uri: path,
      querystring: asValues(new URLSearchParams(query)),
      headers: asValues(headers.filter(([name]) => name !== "cookie")),
      cookies: {},
    },
  };
}

function responseOf({ headers = {}, body = "" }: EdgeAnswer, status: number): HttpResponse {
  const text = typeof body === "string" ? body : body.data;
  return {
    status,
    headers: Object.entries(headers).map(([name, { value }]): [string, string] => [name.toLowerCase(), value]),
    body: Buffer.from(text),
  };
}
