/** One signed AWS call as the gateway received it: the access key id tells which function is calling. */
export interface AwsRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  /** Header names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
  accessKeyId: string;
}

export interface AwsResponse {
  status: number;
  headers?: Record<string, string>;
  body: string | Buffer;
}

/** One right that a call needs; the evaluator compares it with the calling function's synthesized role. */
export interface Permission {
  /** For example `dynamodb:PutItem`. */
  action: string;
  /** An ARN, or `*` where the action knows no resource. */
  resource: string;
  /** Condition keys of the call, for example `dynamodb:LeadingKeys`. */
  context?: Record<string, string[]>;
}

export interface AwsService<SigningName extends string = string> {
  /** The service name in the signature's credential scope; the gateway routes by it. */
  signingName: SigningName;
  /** The operation's name, for example `PutItem`; "" where the request names none. */
  operation(request: AwsRequest): string;
  /** Every right the call needs; none where the request is so malformed that `handle` will refuse it. */
  permissions(request: AwsRequest): Permission[];
  handle(request: AwsRequest): Promise<AwsResponse>;
  /** A refusal in the service's own wire format, for the gateway's permission check and its fault injection. */
  refuse(type: "access-denied" | "throttle" | "internal", detail: string): AwsResponse;
}
