import type { IncomingMessage } from "node:http";
import type { AwsRequest } from "../aws-service.ts";

/** The access key of whoever runs this machine: tests, the workbench. It is not checked against any role. */
export const OPERATOR = "Operator";

const KEY_PREFIX = "LOCAL";

/** The access key id by which the local services know a function. */
export function accessKeyOf(logicalId: string): string {
  return `${KEY_PREFIX}${logicalId}`;
}

/** The logical id of the function that holds this access key. */
export function callerOf(accessKeyId: string): string {
  return accessKeyId.startsWith(KEY_PREFIX) ? accessKeyId.slice(KEY_PREFIX.length) : accessKeyId;
}

/** Reads a signed call. The signature itself is not checked: only this machine can reach the address. */
export async function readAwsRequest(incoming: IncomingMessage): Promise<{ request: AwsRequest; signingName: string }> {
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(",") : (value ?? ""),
    ]),
  );
  const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://127.0.0.1");
  const { accessKeyId, signingName } = credentialScope(headers.authorization ?? "");
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
  const method = incoming.method ?? "GET";
  return { request: { method, path: pathname, query: searchParams, headers, body, accessKeyId }, signingName };
}

function credentialScope(authorization: string): { accessKeyId: string; signingName: string } {
  const [accessKeyId = "", , , signingName = ""] = /Credential=([^,\s]+)/.exec(authorization)?.[1]?.split("/") ?? [];
  return { accessKeyId, signingName };
}
