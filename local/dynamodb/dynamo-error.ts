import type { Item } from "./attribute-value.ts";

export interface CancellationReason {
  Code: string;
  Message?: string;
  Item?: Item;
}

interface Details {
  CancellationReasons?: CancellationReason[];
  Item?: Item;
}

const SERVICE = "com.amazonaws.dynamodb.v20120810#";

/** A refusal exactly as DynamoDB words it; `body` is the JSON that goes over the wire. */
export class DynamoError extends Error {
  readonly type: string;
  readonly status: number;
  readonly details: Details;

  constructor(type: string, message: string, details: Details = {}, status = 400) {
    super(message);
    this.name = type.slice(type.indexOf("#") + 1);
    this.type = type;
    this.status = status;
    this.details = details;
  }

  get body(): Record<string, unknown> {
    return { __type: this.type, message: this.message, ...this.details };
  }
}

export const serviceError = (name: string, message: string, details?: Details, status?: number): DynamoError =>
  new DynamoError(`${SERVICE}${name}`, message, details, status);

export const validationError = (message: string): DynamoError =>
  new DynamoError("com.amazon.coral.validate#ValidationException", message);

export const resourceNotFound = (message: string): DynamoError => serviceError("ResourceNotFoundException", message);

/** The refusal of a failed condition; carries the item where the caller asked for it. */
export const conditionFailed = (item?: Item): DynamoError =>
  serviceError("ConditionalCheckFailedException", "The conditional request failed", item && { Item: item });

/** The refusal of a whole transaction, with one reason for each of its parts. */
export function transactionCanceled(reasons: CancellationReason[]): DynamoError {
  const codes = reasons.map((reason) => reason.Code).join(", ");
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return serviceError("TransactionCanceledException", message, { CancellationReasons: reasons });
}
