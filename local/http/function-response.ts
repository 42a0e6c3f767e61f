import type { InvocationResult } from "../lambda/execution-environment.ts";
import { type HttpResponse, plainMessage } from "./messages.ts";

type Headers = HttpResponse["headers"];

/** What the viewer gets of a function's answer (payload format 2.0). */
export function functionResponse({ payload, functionError }: InvocationResult): HttpResponse {
  if (functionError !== undefined) return plainMessage(500, "Internal Server Error");
  const answer: unknown = JSON.parse(payload);
  if (!isObject(answer) || !("statusCode" in answer)) return wholeAnswer(answer, payload);
  const status = Number(answer.statusCode);
  const headers = headersOf(answer.headers);
  const cookies = answer.cookies ?? [];
  if (!validStatus(status) || headers === undefined || !Array.isArray(cookies)) {
    return plainMessage(500, "Internal Server Error");
  }
  const body = bodyOf(answer.body, answer.isBase64Encoded === true);
  const setCookies = cookies.map((cookie): [string, string] => ["set-cookie", String(cookie)]);
  return { status, headers: [...withContentType(headers, body), ...setCookies], body };
}

/** Without a status code the gateway takes the whole answer for the body of a good response. */
function wholeAnswer(answer: unknown, payload: string): HttpResponse {
  const body = Buffer.from(typeof answer === "string" ? answer : answer === null ? "" : payload);
  return { status: 200, headers: [["content-type", "application/json"]], body };
}

function headersOf(given: unknown): Headers | undefined {
  if (given === undefined || given === null) return [];
  if (!isObject(given)) return undefined;
  const headers = Object.entries(given).map(([name, value]): [string, string] => [name.toLowerCase(), String(value)]);
  return headers.some(([name, value]) => /[^!-~]/.test(name) || /[\r\n]/.test(value)) ? undefined : headers;
}

function bodyOf(body: unknown, encoded: boolean): Buffer {
  if (body === undefined || body === null) return Buffer.alloc(0);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return Buffer.from(text, encoded ? "base64" : "utf8");
}

function withContentType(headers: Headers, body: Buffer): Headers {
  if (body.length === 0 || headers.some(([name]) => name === "content-type")) return headers;
  return [...headers, ["content-type", "text/plain; charset=utf-8"]];
}

function validStatus(status: number): boolean {
  return Number.isInteger(status) && status >= 100 && status <= 599;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
