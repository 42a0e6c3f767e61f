import { randomUUID } from "node:crypto";
import type { AwsRequest, AwsResponse, AwsService } from "../aws-service.ts";
import { attributesIn, prefixed } from "./query-parameters.ts";
import { type Publication, publishedTooLong, type Topics } from "./topics.ts";

const NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";
const MAX_BATCH_ENTRIES = 10;

const REFUSALS = {
  "access-denied": { code: "AuthorizationError", status: 403 },
  throttle: { code: "Throttled", status: 429 },
  internal: { code: "InternalError", status: 500 },
};

class SnsRefusal extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** SNS as the SDK speaks to it: query protocol in, XML out; publishing is all the product does with it. */
export function snsService(topics: Topics): AwsService<"sns"> {
  return {
    signingName: "sns",
    operation: (request) => parameters(request).get("Action") ?? "",
    permissions(request) {
      const arn = topicArnIn(parameters(request));
      return arn ? [{ action: "sns:Publish", resource: arn }] : [];
    },
    refuse: (type, detail) => refusal(new SnsRefusal(REFUSALS[type].code, detail, REFUSALS[type].status)),
    async handle(request) {
      try {
        return success(parameters(request), topics);
      } catch (error) {
        if (error instanceof SnsRefusal) return refusal(error);
        throw error;
      }
    },
  };
}

function success(input: URLSearchParams, topics: Topics): AwsResponse {
  const action = input.get("Action") ?? "";
  if (action === "Publish") return wrapped(action, `<MessageId>${publish(topics, input)}</MessageId>`);
  if (action === "PublishBatch") return wrapped(action, publishBatch(topics, input));
  throw new SnsRefusal("InvalidAction", `${action || "This call"} is not part of the local runtime's SNS.`);
}

function publish(topics: Topics, input: URLSearchParams): string {
  const arn = checkedTopic(topics, input);
  const publication = publicationFrom(input);
  return topics.publish(arn, publication);
}

function publishBatch(topics: Topics, input: URLSearchParams): string {
  const arn = checkedTopic(topics, input);
  const entries = prefixed(input, "PublishBatchRequestEntries.member");
  if (entries.length === 0) throw new SnsRefusal("EmptyBatchRequest", "The batch request doesn't contain any entries.");
  if (entries.length > MAX_BATCH_ENTRIES)
    throw new SnsRefusal("TooManyEntriesInBatchRequest", `A batch may contain ${MAX_BATCH_ENTRIES} entries.`);
  const publications = entries.map((entry) => ({ id: entry.get("Id") ?? "", publication: publicationFrom(entry) }));
  const members = publications.map(
    ({ id, publication }) =>
      `<member><Id>${escaped(id)}</Id><MessageId>${topics.publish(arn, publication)}</MessageId></member>`,
  );
  return `<Successful>${members.join("")}</Successful><Failed/>`;
}

function publicationFrom(input: URLSearchParams): Publication {
  const message = input.get("Message") ?? "";
  if (message === "") throw new SnsRefusal("InvalidParameter", "Invalid parameter: Empty message");
  const subject = input.get("Subject") ?? undefined;
  const publication = { message, ...(subject !== undefined && { subject }), attributes: attributesIn(input) };
  if (publishedTooLong(publication)) throw new SnsRefusal("InvalidParameter", "Invalid parameter: Message too long");
  return publication;
}

function checkedTopic(topics: Topics, input: URLSearchParams): string {
  const arn = topicArnIn(input);
  if (!arn)
    throw new SnsRefusal("InvalidParameter", "Invalid parameter: TopicArn; only topics can be published to here.");
  if (!topics.has(arn)) throw new SnsRefusal("NotFound", "Topic does not exist", 404);
  return arn;
}

function topicArnIn(input: URLSearchParams): string {
  return input.get("TopicArn") ?? input.get("TargetArn") ?? "";
}

function parameters(request: AwsRequest): URLSearchParams {
  return new URLSearchParams(request.body.toString("utf8"));
}

function wrapped(action: string, result: string): AwsResponse {
  const meta = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
  const body = `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${result}</${action}Result>${meta}</${action}Response>`;
  return { status: 200, headers: { "content-type": "text/xml" }, body };
}

function refusal(error: SnsRefusal): AwsResponse {
  const type = error.status < 500 ? "Sender" : "Receiver";
  const detail = `<Type>${type}</Type><Code>${error.code}</Code><Message>${escaped(error.message)}</Message>`;
  const body = `<ErrorResponse xmlns="${NAMESPACE}"><Error>${detail}</Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
  return { status: error.status, headers: { "content-type": "text/xml" }, body };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
