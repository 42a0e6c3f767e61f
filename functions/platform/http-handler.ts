import middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { log } from "./log.ts";

export type HttpEvent = APIGatewayProxyEventV2;
export type HttpResponse = APIGatewayProxyStructuredResultV2;

/** The stack of every HTTP function: a fault is logged once with the request id and answered without its details. */
export function httpHandler(answer: (event: HttpEvent) => Promise<HttpResponse>) {
  return middy<HttpEvent, HttpResponse>()
    .onError((request) => {
      const requestId = request.event.requestContext?.requestId;
      log.error("request failed", { requestId, routeKey: request.event.routeKey, error: request.error as Error });
      request.response = fault(requestId);
    })
    .after(({ event, response }) => {
      if (event.requestContext?.http?.method === "HEAD" && response) response.body = "";
    })
    .handler(answer);
}

function fault(requestId: string | undefined): HttpResponse {
  const title = "Something went wrong on our side. Nothing was changed; please try again.";
  return {
    statusCode: 500,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
    body: JSON.stringify({ type: "about:blank", status: 500, title, code: "internal-fault", requestId }),
  };
}
