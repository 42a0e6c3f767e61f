import { randomUUID } from "node:crypto";
import type { AwsResponse } from "../aws-service.ts";

const STATUS = {
  BadRequestException: 400,
  MessageRejected: 400,
  MailFromDomainNotVerifiedException: 400,
  SendingPausedException: 400,
  AlreadyExistsException: 400,
  LimitExceededException: 400,
  NotFoundException: 404,
  TooManyRequestsException: 429,
  AccessDeniedException: 403,
  InternalServiceErrorException: 500,
};

export type SesRefusalName = keyof typeof STATUS;

/** A refusal as SES v2 names it. */
export class SesRefusal extends Error {
  readonly refusal: SesRefusalName;

  constructor(refusal: SesRefusalName, message: string) {
    super(message);
    this.refusal = refusal;
  }
}

export const badRequest = (message: string): SesRefusal => new SesRefusal("BadRequestException", message);
export const notFound = (message: string): SesRefusal => new SesRefusal("NotFoundException", message);

/** Puts a refusal on the wire in REST-JSON: the name in a header, the words in the body. */
export function refusalResponse(refusal: SesRefusalName, message: string): AwsResponse {
  return {
    status: STATUS[refusal],
    headers: {
      "content-type": "application/json",
      "x-amzn-errortype": refusal,
      "x-amzn-requestid": randomUUID(),
    },
    body: JSON.stringify({ message }),
  };
}
