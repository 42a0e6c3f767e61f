import type { SQSRecord } from "aws-lambda";
import { attributesDigest, bodyDigest } from "./attributes-digest.ts";
import type { QueuedMessage } from "./queue.ts";
import { systemAttributesOf } from "./system-attributes.ts";

/** A received message as Lambda's event source mapping hands it to a function. */
export function lambdaRecord(message: QueuedMessage, queueArn: string): SQSRecord {
  const attributesMd5 = attributesDigest(message.attributes);
  return {
    messageId: message.id,
    receiptHandle: message.receiptHandle ?? "",
    body: message.body,
    attributes: systemAttributesOf(message) as unknown as SQSRecord["attributes"],
    messageAttributes: Object.fromEntries(
      Object.entries(message.attributes).map(([name, attribute]) => [
        name,
        {
          ...(attribute.StringValue !== undefined && { stringValue: attribute.StringValue }),
          ...(attribute.BinaryValue !== undefined && { binaryValue: attribute.BinaryValue }),
          stringListValues: [],
          binaryListValues: [],
          dataType: attribute.DataType,
        },
      ]),
    ),
    ...(attributesMd5 && { md5OfMessageAttributes: attributesMd5 }),
    md5OfBody: bodyDigest(message.body),
    eventSource: "aws:sqs",
    eventSourceARN: queueArn,
    awsRegion: queueArn.split(":")[3] ?? "",
  };
}
