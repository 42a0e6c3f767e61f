import type { AwsRequest, AwsResponse, AwsService, Permission } from "../aws-service.ts";
import type { Queue } from "./queue.ts";
import { queueAttributes } from "./queue-attributes.ts";
import type { Queues } from "./queues.ts";
import { changeVisibilityBatch, deleteMessageBatch, sendMessageBatch } from "./sqs-batches.ts";
import { changeVisibility, deleteMessage, receiveMessage, sendMessage } from "./sqs-operations.ts";
import { missingParameter, refusalResponse, SqsRefusal } from "./sqs-refusal.ts";

export interface SqsServiceOptions {
  /** Where queue URLs point now, for example http://127.0.0.1:3000; the port may differ after a restart. */
  endpoint(): string;
}

type Input = Record<string, unknown> & { QueueUrl?: string; QueueName?: string; WaitTimeSeconds?: number };
type Operation = (queues: Queues, queue: Queue, input: never) => object;

const OPERATIONS: Record<string, Operation> = {
  SendMessage: sendMessage,
  SendMessageBatch: sendMessageBatch,
  ReceiveMessage: receiveMessage,
  DeleteMessage: deleteMessage,
  DeleteMessageBatch: deleteMessageBatch,
  ChangeMessageVisibility: changeVisibility,
  ChangeMessageVisibilityBatch: changeVisibilityBatch,
  GetQueueAttributes: (queues, queue, input) => queueAttributes(queues, queue, input),
  PurgeQueue: (queues, queue) => {
    queues.purge(queue.name);
    return {};
  },
};

const REFUSALS = {
  "access-denied": (detail: string) => new SqsRefusal("AccessDeniedException", detail, 403),
  throttle: (detail: string) => new SqsRefusal("RequestThrottled", detail, 403),
  internal: (detail: string) => new SqsRefusal("InternalError", detail, 500),
};

/** SQS as the SDK speaks to it: JSON protocol, standard queues. */
export function sqsService(queues: Queues, options: SqsServiceOptions): AwsService<"sqs"> {
  return {
    signingName: "sqs",
    operation: operationOf,
    permissions: (request) => permissionsOf(queues, request),
    refuse: (type, detail) => refusalResponse(REFUSALS[type](detail)),
    async handle(request) {
      try {
        return success(await answer(queues, options, operationOf(request), parsed(request)));
      } catch (error) {
        if (error instanceof SqsRefusal) return refusalResponse(error);
        throw error;
      }
    },
  };
}

async function answer(queues: Queues, options: SqsServiceOptions, name: string, input: Input): Promise<object> {
  if (name === "GetQueueUrl")
    return { QueueUrl: `${options.endpoint()}/000000000000/${queueOf(queues, input.QueueName).name}` };
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (!operation)
    throw new SqsRefusal("UnsupportedOperation", `${name || "This call"} is not part of the local runtime's SQS.`);
  if (!input.QueueUrl) throw missingParameter("QueueUrl");
  const queue = queueOf(queues, queueNameIn(input.QueueUrl));
  if (name === "ReceiveMessage") await somethingVisible(queues, queue, input.WaitTimeSeconds ?? 0);
  return operation(queues, queue, input as never);
}

/** Long polling, the one wait in real time: a caller outside the product waits for another process. */
async function somethingVisible(queues: Queues, queue: Queue, waitSeconds: number): Promise<void> {
  if (waitSeconds <= 0 || queues.counts(queue.name).visible > 0) return;
  await new Promise<void>((resolve) => {
    const stop = queues.onChanged((changed) => {
      if (changed === queue.name) finish();
    });
    const timer = setTimeout(() => finish(), Math.min(waitSeconds, 20) * 1000);
    const finish = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
  });
}

function permissionsOf(queues: Queues, request: AwsRequest): Permission[] {
  const operation = operationOf(request);
  const input = parsedOrNothing(request);
  const name = input.QueueName ?? queueNameIn(input.QueueUrl ?? "");
  if (!operation || !name) return [];
  // An unknown queue needs the right too, so that a caller cannot learn which queues exist.
  const resource = queues.get(name)?.arn ?? `arn:aws:sqs:eu-central-1:000000000000:${name}`;
  return [{ action: `sqs:${operation.replace(/Batch$/, "")}`, resource }];
}

function operationOf(request: AwsRequest): string {
  return (request.headers["x-amz-target"] ?? "").replace(/^AmazonSQS\./, "");
}

function parsed(request: AwsRequest): Input {
  try {
    return JSON.parse(request.body.toString("utf8") || "{}");
  } catch {
    throw new SqsRefusal("SerializationException", "The request body is no JSON object.");
  }
}

function parsedOrNothing(request: AwsRequest): Input {
  try {
    return parsed(request);
  } catch {
    return {};
  }
}

/** Matched by name alone: the port in a stored URL is that of an earlier start. */
function queueNameIn(url: string): string {
  return url.split("/").at(-1) ?? "";
}

function queueOf(queues: Queues, name: string | undefined): Queue {
  const queue = name ? queues.get(name) : undefined;
  if (!queue)
    throw new SqsRefusal(
      "QueueDoesNotExist",
      `The specified queue does not exist${name ? `: ${name}` : ""}. There are: ${queues.names().join(", ")}.`,
    );
  return queue;
}

function success(output: object): AwsResponse {
  return { status: 200, headers: { "content-type": "application/x-amz-json-1.0" }, body: JSON.stringify(output) };
}
