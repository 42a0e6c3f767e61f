import type { AwsResponse } from "../aws-service.ts";

/** A refusal as SQS words it; `queryCode` is the older name that clients may still match on. */
export class SqsRefusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly queryCode: string;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
    this.queryCode = OLDER_CODES.get(code) ?? code;
  }
}

/** The refusal of one parameter's value. */
export const invalidValue = (value: unknown, parameter: string, reason: string): SqsRefusal =>
  new SqsRefusal("InvalidParameterValue", `Value ${value} for parameter ${parameter} is invalid. Reason: ${reason}`);

export const missingParameter = (parameter: string): SqsRefusal =>
  new SqsRefusal("MissingParameter", `The request must contain the parameter ${parameter}.`);

/** Puts a refusal on the wire in SQS's JSON protocol. */
export function refusalResponse(refusal: SqsRefusal): AwsResponse {
  return {
    status: refusal.status,
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amzn-query-error": `${refusal.queryCode};${refusal.status < 500 ? "Sender" : "Receiver"}`,
    },
    body: JSON.stringify({ __type: `com.amazonaws.sqs#${refusal.code}`, message: refusal.message }),
  };
}

const PREFIX = "AWS.SimpleQueueService";
const OLDER_CODES = new Map([
  ["QueueDoesNotExist", `${PREFIX}.NonExistentQueue`],
  ["BatchEntryIdsNotDistinct", `${PREFIX}.BatchEntryIdsNotDistinct`],
  ["BatchRequestTooLong", `${PREFIX}.BatchRequestTooLong`],
  ["EmptyBatchRequest", `${PREFIX}.EmptyBatchRequest`],
  ["InvalidBatchEntryId", `${PREFIX}.InvalidBatchEntryId`],
  ["MessageNotInflight", `${PREFIX}.MessageNotInflight`],
  ["TooManyEntriesInBatchRequest", `${PREFIX}.TooManyEntriesInBatchRequest`],
  ["UnsupportedOperation", `${PREFIX}.UnsupportedOperation`],
]);
