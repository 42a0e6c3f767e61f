import { randomUUID } from "node:crypto";
import type { AwsRequest, AwsResponse, AwsService } from "../aws-service.ts";
import type { Ses } from "./ses.ts";
import { SES_OPERATIONS } from "./ses-operations.ts";
import { sesPermissions } from "./ses-permissions.ts";
import { badRequest, notFound, refusalResponse, SesRefusal, type SesRefusalName } from "./ses-refusal.ts";
import { routeOf } from "./ses-routes.ts";

const REFUSALS: Record<"access-denied" | "throttle" | "internal", SesRefusalName> = {
  "access-denied": "AccessDeniedException",
  throttle: "TooManyRequestsException",
  internal: "InternalServiceErrorException",
};

/** SES v2 as the SDK speaks to it: REST with JSON bodies. */
export function sesService(ses: Ses): AwsService<"ses"> {
  return {
    signingName: "ses",
    operation: (request) => routeOf(request)?.operation ?? "",
    permissions: (request) => sesPermissions(ses.store.account, request),
    refuse: (type, detail) => refusalResponse(REFUSALS[type], detail),
    async handle(request) {
      try {
        const answer = await answerTo(ses, request);
        ses.eventsMayBeDue();
        return success(answer);
      } catch (error) {
        if (error instanceof SesRefusal) return refusalResponse(error.refusal, error.message);
        throw error;
      }
    },
  };
}

async function answerTo(ses: Ses, request: AwsRequest): Promise<object> {
  const route = routeOf(request);
  const operation = route ? SES_OPERATIONS[route.operation] : undefined;
  if (!route || !operation)
    throw notFound(`${request.method} ${request.path} is not part of the local runtime's SES v2.`);
  return operation(ses.store, { name: route.name, query: request.query, body: parsed(request.body) });
}

function parsed(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    if (value !== null && typeof value === "object") return value as Record<string, unknown>;
  } catch {
    // Falls through to the refusal below.
  }
  throw badRequest("The request body is not a JSON object.");
}

function success(output: object): AwsResponse {
  return {
    status: 200,
    headers: { "content-type": "application/json", "x-amzn-requestid": randomUUID() },
    body: JSON.stringify(output),
  };
}
