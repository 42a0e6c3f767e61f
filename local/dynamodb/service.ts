import { randomUUID } from "node:crypto";
import { crc32 } from "node:zlib";
import type { AwsRequest, AwsResponse, AwsService } from "../aws-service.ts";
import { DynamoError, serviceError } from "./dynamo-error.ts";
import type { DynamoDb } from "./engine.ts";
import { permissionsOf } from "./permissions.ts";

const CONTENT_TYPE = "application/x-amz-json-1.0";

const REFUSALS = {
  "access-denied": (detail: string) => serviceError("AccessDeniedException", detail),
  throttle: (detail: string) => serviceError("ThrottlingException", detail),
  internal: (detail: string) => serviceError("InternalServerError", detail, {}, 500),
};

/** DynamoDB's wire protocol for the gateway: JSON in, JSON out, refusals as Amazon words them. */
export function createDynamoDbService(engine: DynamoDb): AwsService<"dynamodb"> {
  return {
    signingName: "dynamodb",
    operation: operationOf,
    permissions(request) {
      const input = inputOf(request);
      return input ? permissionsOf(engine, operationOf(request), input) : [];
    },
    async handle(request) {
      try {
        const input = inputOf(request);
        if (!input) throw unreadable();
        return respond(200, engine.execute(operationOf(request), input, request.accessKeyId));
      } catch (error) {
        if (error instanceof DynamoError) return respond(error.status, error.body);
        throw error;
      }
    },
    refuse(type, detail) {
      const refusal = REFUSALS[type](detail);
      return respond(refusal.status, refusal.body);
    },
  };
}

function operationOf({ headers }: AwsRequest): string {
  const [version, operation = ""] = (headers["x-amz-target"] ?? "").split(".");
  return version === "DynamoDB_20120810" ? operation : "";
}

const parsed = new WeakMap<AwsRequest, Record<string, unknown> | undefined>();

function inputOf(request: AwsRequest): Record<string, unknown> | undefined {
  if (!parsed.has(request)) parsed.set(request, parse(request.body));
  return parsed.get(request);
}

function parse(body: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

const unreadable = (): DynamoError =>
  new DynamoError("com.amazon.coral.service#SerializationException", "The request body is not a JSON object.");

function respond(status: number, answer: Record<string, unknown>): AwsResponse {
  const body = Buffer.from(JSON.stringify(answer));
  return {
    status,
    headers: {
      "content-type": CONTENT_TYPE,
      "x-amzn-requestid": randomUUID(),
      "x-amz-crc32": String(crc32(body)),
    },
    body,
  };
}
